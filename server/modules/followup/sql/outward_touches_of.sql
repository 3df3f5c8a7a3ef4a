-- Rides follow_up_counterpart.
SELECT at FROM follow_up WHERE org_id = :org AND counterpart = :key AND direction = 'outward' AND at > :since AND at <= :until ORDER BY at
