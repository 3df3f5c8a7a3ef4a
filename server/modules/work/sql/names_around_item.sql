-- The sub-items ride work_item_parent.
SELECT d.name AS department_name, p.number AS parent_number, COALESCE(w.requester_name, r.name) AS requester_name,
       (SELECT COUNT(*) FROM work_item s WHERE s.org_id = w.org_id AND s.parent_id = w.id) AS sub_items,
       (SELECT COUNT(*) FROM work_item s WHERE s.org_id = w.org_id AND s.parent_id = w.id AND s.state NOT IN ('done', 'cancelled')) AS sub_items_open,
       (SELECT COUNT(*) FROM work_dependency y JOIN work_item b ON b.org_id = y.org_id AND b.id = y.after_id
        WHERE y.org_id = w.org_id AND y.item_id = w.id AND b.state NOT IN ('done', 'cancelled')) AS waits_for
FROM work_item w
JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
LEFT JOIN department d ON d.org_id = c.org_id AND d.id = c.department_id
LEFT JOIN commitment p ON p.org_id = w.org_id AND p.id = w.parent_id
LEFT JOIN employee r ON r.org_id = w.org_id AND r.id = w.requester_employee_id
WHERE w.org_id = :org AND w.id = :id
