SELECT t.id, t.customer_id, t.name, t.title, t.phone, t.email, t.decision_role, t.preferred_channel, t.birthday, t.note, t.version
FROM customer_contact t WHERE t.org_id = :org AND t.customer_id = :customer ORDER BY t.id
