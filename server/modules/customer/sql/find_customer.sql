SELECT c.id, c.number, c.name, c.tier, c.state, c.industry, c.region, c.address, c.account_manager_id, c.department_id, c.parent_id, c.note,
       c.created_by_name, c.created_at, c.version
FROM customer c WHERE c.org_id = :org
