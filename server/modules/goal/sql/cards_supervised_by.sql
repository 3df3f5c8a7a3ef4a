-- Rides goal_card_supervisor.
SELECT k.id, k.number, p.name || ' ' || k.period_from || ' — ' || k.period_to AS name
FROM goal_card k
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE k.org_id = :org AND k.supervisor_id = :person AND k.state <> 'closed'
