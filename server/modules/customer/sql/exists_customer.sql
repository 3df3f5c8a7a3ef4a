SELECT count(*) FROM customer c WHERE c.org_id = :org AND c.id = :id
