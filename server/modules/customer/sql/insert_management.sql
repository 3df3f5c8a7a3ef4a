INSERT INTO account_management (org_id, id, customer_id, employee_id, since, until, given_by_name, note)
VALUES (:org, :id, :customer, :employee, :now, NULL, :by_name, :note)
