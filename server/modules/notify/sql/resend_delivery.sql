-- The Message-ID stays: a receiver that got it after all can tell.
UPDATE delivery SET state = 'waiting', next_at = :now, attempts = 0, done_at = NULL WHERE org_id = :org AND id = :id AND state = 'dead'
