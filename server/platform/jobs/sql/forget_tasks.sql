-- Rides task_finished.
DELETE FROM task WHERE finished_at IS NOT NULL AND finished_at < :before
