-- Rides commitment_outward.
SELECT c.outward_count AS touch_number,
       CASE WHEN c.last_outcome = 'won' THEN 'won'
            WHEN c.last_outcome = 'lost' THEN 'abandoned'
            WHEN c.state = 'open' THEN 'open'
            WHEN c.stage IN ('cancelled', 'abandoned', 'lost') THEN 'abandoned'
            WHEN c.stage = 'won' OR c.last_outcome = 'agreed' THEN 'won'
            WHEN c.last_outcome IN ('refused', 'not_reached') THEN 'abandoned'
            ELSE 'settled' END AS "end",
       COUNT(*) AS cases
FROM commitment c
WHERE c.org_id = :org AND c.last_outward_at >= :from AND c.last_outward_at < :until AND c.outward_count > 0
