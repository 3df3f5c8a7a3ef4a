UPDATE task SET done = :done, total = :total WHERE org_id = :org_id AND id = :id AND state = 'running'
