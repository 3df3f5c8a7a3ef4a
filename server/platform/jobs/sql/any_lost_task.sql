-- Rides task_unfinished, which holds little.
SELECT 1 FROM task WHERE finished_at IS NULL AND lease_until < :now LIMIT 1
