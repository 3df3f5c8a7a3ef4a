UPDATE delivery SET state = :state, answer = :answer, done_at = :now WHERE org_id = :org AND id = :id
