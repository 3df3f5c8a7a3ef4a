SELECT i.card_id, COUNT(*) AS items, CAST(SUM(i.weight) AS bigint) AS weight_sum, MIN(i.next_check_in_at) AS next_check_in_at,
       CAST(SUM(CASE WHEN i.confidence = 'off_track' THEN 1 ELSE 0 END) AS bigint) AS off_track,
       CAST(SUM(CASE WHEN i.confidence = 'at_risk' THEN 1 ELSE 0 END) AS bigint) AS at_risk
FROM goal_item i WHERE i.org_id = :org AND i.card_id = :card GROUP BY i.card_id
