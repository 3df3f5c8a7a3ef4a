-- Of one unit; other units cannot be added up.
SELECT COUNT(*) AS children, CAST(COALESCE(SUM(c.target), 0) AS bigint) AS sum
FROM goal_item c WHERE c.org_id = :org AND c.parent_item_id = :parent AND c.unit = :unit
