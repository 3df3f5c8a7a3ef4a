DELETE FROM deputy WHERE org_id = :org AND id = :id
