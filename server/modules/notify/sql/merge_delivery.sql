UPDATE delivery SET state = 'merged', merged_into = :into, done_at = :now WHERE org_id = :org AND id = :id AND state = 'waiting'
