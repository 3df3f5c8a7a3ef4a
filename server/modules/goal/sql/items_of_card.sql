AND i.card_id = :card ORDER BY i.position, i.id
