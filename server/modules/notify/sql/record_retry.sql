-- Only the holder of the last claim may write.
UPDATE delivery SET state = 'waiting', answer = :answer, next_at = :next_at WHERE org_id = :org AND id = :id AND state = 'sending' AND fence = :fence
