UPDATE delay_report SET state = :state, decided_by_name = :decided_by_name, decided_at = :decided_at, decision_note = :decision_note
WHERE org_id = :org AND id = :id AND state = 'waiting'
