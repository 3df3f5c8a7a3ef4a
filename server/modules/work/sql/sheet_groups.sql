-- The most groups of columns any of the wanted items fills: its follow-ups, and the next time said at the last one.
SELECT CAST(COALESCE(MAX(c.touch_count + CASE WHEN f.next_follow_up_at IS NOT NULL OR COALESCE(f.written_next, '') <> '' THEN 1 ELSE 0 END), 0) AS bigint)
FROM wanted n
JOIN commitment c ON c.org_id = :org AND c.id = n.id
LEFT JOIN follow_up f ON f.org_id = c.org_id AND f.id = c.last_follow_up_id
