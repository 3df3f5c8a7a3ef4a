SELECT m.name AS account_manager, d.name AS department, p.number AS parent_number, p.name AS parent
FROM customer c
LEFT JOIN employee m ON m.org_id = c.org_id AND m.id = c.account_manager_id
LEFT JOIN department d ON d.org_id = c.org_id AND d.id = c.department_id
LEFT JOIN customer p ON p.org_id = c.org_id AND p.id = c.parent_id
WHERE c.org_id = :org AND c.id = :id
