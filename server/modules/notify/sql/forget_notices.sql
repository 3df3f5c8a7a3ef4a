-- Rides notice_age. Deliveries are the log and stay as long as theirs.
DELETE FROM notice WHERE org_id = :org AND created_at < :before
