-- Riding goal_item_parent: the goals below that count for the one above.
SELECT c.actual, c.weight
FROM goal_item c JOIN goal_card k ON k.org_id = c.org_id AND k.id = c.card_id
WHERE c.org_id = :org AND c.parent_item_id = :parent AND c.unit = :unit AND c.actual IS NOT NULL
  AND k.state IN ('committed', 'active', 'self_evaluated', 'evaluated', 'closed')
