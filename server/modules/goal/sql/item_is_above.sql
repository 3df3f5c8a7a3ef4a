-- Whether `above` stands somewhere above the item.
WITH RECURSIVE up (id) AS (
  SELECT i.parent_item_id FROM goal_item i WHERE i.org_id = :org AND i.id = :id
  UNION
  SELECT i.parent_item_id FROM goal_item i JOIN up ON i.id = up.id WHERE i.org_id = :org
)
SELECT id FROM up WHERE id = :above
