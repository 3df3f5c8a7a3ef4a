-- The first contact entered is the one to call.
SELECT c.id, c.number, c.name, c.tier, c.state, c.industry, c.region, c.address, c.account_manager_id, m.name AS account_manager_name,
       (SELECT d.name FROM department d WHERE d.org_id = c.org_id AND d.id = c.department_id) AS department_name,
       (SELECT t.name FROM customer_contact t WHERE t.org_id = c.org_id AND t.customer_id = c.id ORDER BY t.id LIMIT 1) AS contact_name,
       (SELECT t.phone FROM customer_contact t WHERE t.org_id = c.org_id AND t.customer_id = c.id ORDER BY t.id LIMIT 1) AS contact_phone,
       (SELECT t.email FROM customer_contact t WHERE t.org_id = c.org_id AND t.customer_id = c.id ORDER BY t.id LIMIT 1) AS contact_email,
       c.sort_key, c.version
FROM customer c
JOIN employee m ON m.org_id = c.org_id AND m.id = c.account_manager_id
WHERE c.org_id = :org
