FROM commitment c
JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id
JOIN employee o ON o.org_id = c.org_id AND o.id = c.owner_id
JOIN employee h ON h.org_id = c.org_id AND h.id = c.handler_id
LEFT JOIN employee r ON r.org_id = c.org_id AND r.id = w.requester_employee_id
WHERE c.org_id = :org
