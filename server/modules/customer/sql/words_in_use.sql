SELECT DISTINCT c.region, c.industry FROM customer c WHERE c.org_id = :org
