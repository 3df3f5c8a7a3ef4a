-- Everything `:after` waits for, however far; UNION (not ALL) ends even on a loop.
WITH RECURSIVE edge (item_id, after_id) AS (
  SELECT item_id, after_id FROM work_dependency WHERE org_id = :org AND item_id = :after
  UNION
  SELECT d.item_id, d.after_id FROM edge e JOIN work_dependency d ON d.org_id = :org AND d.item_id = e.after_id
)
SELECT item_id, after_id FROM edge ORDER BY item_id, after_id
