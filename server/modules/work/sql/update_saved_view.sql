UPDATE saved_view SET name = :name, query = :query, is_default = :is_default WHERE org_id = :org AND id = :id AND employee_id = :me
