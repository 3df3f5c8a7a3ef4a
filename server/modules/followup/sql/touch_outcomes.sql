-- Rides commitment_outward, then follow_up_touch.
SELECT f.outward_number AS touch_number, f.outcome, COUNT(*) AS touches
FROM commitment c JOIN follow_up f ON f.org_id = c.org_id AND f.commitment_id = c.id
WHERE c.org_id = :org AND c.last_outward_at >= :from AND c.last_outward_at < :until AND f.outward_number IS NOT NULL AND f.outcome IS NOT NULL
