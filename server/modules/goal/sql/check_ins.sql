SELECT c.id, c.card_id, c.item_id, c.number, c.at, c.by_name, c.actual, c.finding, c.confidence, c.obstacle, c.help, c.catch_up, c.target,
       c.expected, c.against_line, c.completion, c.next_at, c.acknowledged_at, c.acknowledged_by_name, c.answer
FROM goal_check_in c
WHERE c.org_id = :org
