-- Rides sign_in_failure_age.
DELETE FROM sign_in_failure WHERE last_at < :before
