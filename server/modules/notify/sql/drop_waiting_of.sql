UPDATE delivery SET state = 'dropped', answer = :answer, done_at = :now WHERE org_id = :org AND notice_id = :notice AND state = 'waiting'
