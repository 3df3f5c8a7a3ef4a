-- Rides department_manager.
SELECT id, '' AS number, name FROM department WHERE org_id = :org AND manager_id = :person AND closed_at IS NULL
