-- Riding goal_item_parent: the goals below those of a card.
SELECT o.id AS item_id, CASE WHEN c.unit = o.unit THEN c.target END AS target, c.weight
FROM goal_item o
JOIN goal_item c ON c.org_id = o.org_id AND c.parent_item_id = o.id
WHERE o.org_id = :org AND o.card_id = :card
