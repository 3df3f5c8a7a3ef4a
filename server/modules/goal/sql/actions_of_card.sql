AND a.card_id = :card ORDER BY a.item_id, a.position, a.id
