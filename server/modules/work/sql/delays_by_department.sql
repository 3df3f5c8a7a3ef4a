-- Rides delay_report_at.
SELECT r.department_id AS department, COUNT(*) AS reports, CAST(SUM(r.delay_days) AS bigint) AS delay_days
FROM delay_report r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.work_item_id
WHERE r.org_id = :org AND r.at >= :from AND r.at < :until AND r.state = 'approved'
