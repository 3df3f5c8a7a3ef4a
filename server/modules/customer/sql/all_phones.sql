SELECT t.customer_id, t.phone_key FROM customer_contact t WHERE t.org_id = :org AND t.phone_key IS NOT NULL
