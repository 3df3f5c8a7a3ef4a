SELECT f.id, f.commitment_id, f.touch_number, f.at, f.by_id, f.by_name, f.method, f.direction, f.finding, f.cause, f.solution, f.asked_employee_id,
       e.name AS asked_employee_name, f.progress, f.outcome, f.next_follow_up_at, f.position, f.despite_limit_reason, f.recorded_at
FROM follow_up f LEFT JOIN employee e ON e.org_id = f.org_id AND e.id = f.asked_employee_id
WHERE f.org_id = :org AND f.id = :id
