SELECT 1 FROM scheduled_job WHERE name = :name AND fence = :fence AND lease_until > :now
