-- Rides give_up_request_of.
AND r.commitment_id = :commitment
ORDER BY r.asked_at, r.id
