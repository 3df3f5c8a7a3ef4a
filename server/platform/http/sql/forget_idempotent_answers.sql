-- Rides idempotent_answer_age.
DELETE FROM idempotent_answer WHERE at < :before
