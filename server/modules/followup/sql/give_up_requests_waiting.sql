-- Rides give_up_request_waiting.
AND r.supervisor_id = :me AND r.answered_at IS NULL
ORDER BY r.asked_at, r.id
LIMIT 50
