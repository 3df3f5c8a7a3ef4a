UPDATE employee SET phone = :phone, email = :email, version = version + 1 WHERE org_id = :org AND id = :id
