-- :ids holds sixteen bytes for each commitment. Rides follow_up_touch, one commitment after the other.
WITH RECURSIVE wanted (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM wanted WHERE (i + 2) * 16 <= length(:ids))
SELECT f.commitment_id, f.at, f.finding, f.solution, f.next_follow_up_at, f.written_at, f.written_next
FROM wanted w CROSS JOIN follow_up f ON f.org_id = :org AND f.commitment_id = substr(:ids, w.i * 16 + 1, 16)
ORDER BY w.i, f.touch_number
