-- Rides delay_report_approver.
SELECT r.id, c.number, c.title AS name
FROM delay_report r
JOIN commitment c ON c.org_id = r.org_id AND c.id = r.work_item_id
WHERE r.org_id = :org AND r.approver_id = :person AND r.state = 'waiting'
