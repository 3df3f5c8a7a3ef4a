UPDATE give_up_request SET answered_by = :me, answered_by_name = :my_name, answered_at = :now, consented = :consented, answer = :answer
WHERE org_id = :org AND id = :id AND answered_at IS NULL
