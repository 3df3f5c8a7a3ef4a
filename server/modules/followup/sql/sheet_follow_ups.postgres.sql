-- :ids holds sixteen bytes for each commitment. Rides follow_up_touch, one commitment after the other.
SELECT f.commitment_id, f.at, f.finding, f.solution, f.next_follow_up_at, f.written_at, f.written_next
FROM generate_series(0, length(:ids) / 16 - 1) AS w (i)
JOIN follow_up f ON f.org_id = :org AND f.commitment_id = CAST(encode(substring(:ids FROM w.i * 16 + 1 FOR 16), 'hex') AS uuid)
ORDER BY w.i, f.touch_number
