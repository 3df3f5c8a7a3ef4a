INSERT INTO goal_review_card (org_id, card_id, review_id) VALUES (:org, :card, :review)
