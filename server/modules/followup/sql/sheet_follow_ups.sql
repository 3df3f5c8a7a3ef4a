-- Rides follow_up_touch, one subject at a time.
SELECT commitment_id, at, finding, solution, next_follow_up_at, written_at, written_next
FROM follow_up WHERE org_id = :org AND commitment_id = :commitment
ORDER BY touch_number
