UPDATE employee SET position_id = :into, version = version + 1 WHERE org_id = :org AND position_id = :position
