-- Shared: nobody can claim the job until this transaction has ended.
SELECT 1 FROM scheduled_job WHERE name = :name AND fence = :fence AND lease_until > :now FOR SHARE
