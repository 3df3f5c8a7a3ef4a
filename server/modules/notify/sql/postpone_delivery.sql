UPDATE delivery SET state = 'waiting', next_at = :next_at, answer = :answer WHERE org_id = :org AND id = :id
