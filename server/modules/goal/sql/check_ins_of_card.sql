AND c.card_id = :card ORDER BY c.at, c.number
