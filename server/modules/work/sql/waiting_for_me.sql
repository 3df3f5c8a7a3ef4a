-- Rides handoff_waiting.
AND h.to_id = :me AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL ORDER BY h.at, h.id LIMIT 200
