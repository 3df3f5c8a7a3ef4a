SELECT name, lease_until, next_run_at, failures FROM scheduled_job
