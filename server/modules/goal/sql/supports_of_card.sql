AND u.card_id = :card ORDER BY u.asked_at, u.id
