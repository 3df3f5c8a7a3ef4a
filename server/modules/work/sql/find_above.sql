-- Walks up by primary key; UNION (not ALL) ends even on a loop.
WITH RECURSIVE above (id) AS (
  SELECT parent_id FROM work_item WHERE org_id = :org AND id = :id
  UNION
  SELECT w.parent_id FROM above a JOIN work_item w ON w.org_id = :org AND w.id = a.id
)
SELECT id FROM above WHERE id = :above
