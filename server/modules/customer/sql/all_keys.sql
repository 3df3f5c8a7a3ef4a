-- For imports: every name there is.
SELECT c.id, c.name_key FROM customer c WHERE c.org_id = :org
