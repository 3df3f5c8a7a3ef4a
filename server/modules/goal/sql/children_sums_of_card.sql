SELECT o.id AS item_id, COUNT(*) AS children, CAST(COALESCE(SUM(CASE WHEN c.unit = o.unit THEN c.target ELSE 0 END), 0) AS bigint) AS sum
FROM goal_item o
JOIN goal_item c ON c.org_id = o.org_id AND c.parent_item_id = o.id
WHERE o.org_id = :org AND o.card_id = :card
GROUP BY o.id
