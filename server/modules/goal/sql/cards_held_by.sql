-- Rides goal_card_once.
SELECT k.id, k.number, k.period_from || ' — ' || k.period_to AS name
FROM goal_card k
WHERE k.org_id = :org AND k.person_id = :person AND k.state <> 'closed'
