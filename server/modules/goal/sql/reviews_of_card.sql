AND r.id IN (SELECT c.review_id FROM goal_review_card c WHERE c.org_id = :org AND c.card_id = :card)
ORDER BY r.held_on DESC, r.at DESC
