UPDATE give_up_request SET supervisor_id = :to, supervisor_name = :name WHERE org_id = :org AND id = :id AND answered_at IS NULL
