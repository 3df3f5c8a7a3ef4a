INSERT INTO goal_motivation (org_id, item_id, card_id, confidence, desire, authority, note, at)
VALUES (:org, :item, :card, :confidence, :desire, :authority, :note, :at)
ON CONFLICT (org_id, item_id) DO UPDATE
SET confidence = excluded.confidence, desire = excluded.desire, authority = excluded.authority, note = excluded.note, at = excluded.at
