SELECT r.id, r.work_item_id, c.number AS work_item_number, c.title AS work_item_title, r.department_id,
       (SELECT d.name FROM department d WHERE d.org_id = r.org_id AND d.id = r.department_id) AS department_name, r.by_id, r.by_name, r.at, r.cause, r.whys,
       r.corrective_action, r.due_before, r.new_due_at, r.delay_days, r.state, r.approver_id,
       (SELECT a.name FROM employee a WHERE a.org_id = r.org_id AND a.id = r.approver_id) AS approver_name, r.decided_by_name, r.decided_at, r.decision_note,
       c.owner_id
FROM delay_report r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.work_item_id
WHERE r.org_id = :org
