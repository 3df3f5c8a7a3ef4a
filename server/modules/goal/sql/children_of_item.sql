-- Riding goal_item_parent. Of one unit; other units cannot be put together.
SELECT c.id, c.target, c.weight
FROM goal_item c WHERE c.org_id = :org AND c.parent_item_id = :parent AND c.unit = :unit
