-- Rides follow_up_counterpart from its end, and follow_up_touch for the touches around. What was recorded after something newer neither
-- promises nor judges. Twice the measured number: some are not to be judged yet.
SELECT f.id, f.commitment_id, c.subject_type, c.number, c.title, f.at AS said_at, f.next_follow_up_at AS promised_at, n.at AS looked_at, n.outcome, c.closed_at,
       c.next_follow_up_at AS moved_to
FROM follow_up f
JOIN commitment c ON c.org_id = f.org_id AND c.id = f.commitment_id
LEFT JOIN follow_up n ON n.org_id = f.org_id AND n.commitment_id = f.commitment_id
  AND n.touch_number = (SELECT MIN(m.touch_number) FROM follow_up m
                        WHERE m.org_id = f.org_id AND m.commitment_id = f.commitment_id AND m.touch_number > f.touch_number AND m.at >= f.at)
WHERE f.org_id = :org AND f.counterpart = :key AND f.next_follow_up_at IS NOT NULL AND (n.id IS NOT NULL OR c.closed_at IS NOT NULL OR f.next_follow_up_at < :now)
  AND NOT EXISTS (SELECT 1 FROM follow_up m
                  WHERE m.org_id = f.org_id AND m.commitment_id = f.commitment_id AND m.touch_number < f.touch_number AND m.at > f.at)
ORDER BY f.at DESC, f.id DESC
LIMIT 40
