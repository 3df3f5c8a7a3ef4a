-- Only the holder of the last claim may write.
UPDATE delivery SET state = :state, answer = :answer, done_at = :now WHERE org_id = :org AND id = :id AND state = 'sending' AND fence = :fence
