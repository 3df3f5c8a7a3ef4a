-- Rides requester_rating_at.
SELECT c.department_id AS department, COUNT(*) AS ratings, CAST(SUM(r.rating) AS bigint) AS total,
       CAST(SUM(CASE WHEN r.rating <= 2 THEN 1 ELSE 0 END) AS bigint) AS low
FROM requester_rating r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.work_item_id
WHERE r.org_id = :org AND r.rated_at >= :from AND r.rated_at < :until
