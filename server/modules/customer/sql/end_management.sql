UPDATE account_management SET until = :now WHERE org_id = :org AND customer_id = :customer AND until IS NULL
