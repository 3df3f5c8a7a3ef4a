UPDATE goal_check_in SET acknowledged_at = :acknowledged_at, acknowledged_by_name = :acknowledged_by_name, answer = :answer
WHERE org_id = :org AND id = :id
