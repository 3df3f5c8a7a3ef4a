AND r.card_id = :card ORDER BY r.asked_at, r.id
