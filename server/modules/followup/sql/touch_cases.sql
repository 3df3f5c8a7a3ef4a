-- Rides commitment_outward from its end.
SELECT c.id AS commitment_id, c.subject_type, c.number, c.title, NULL AS campaign, c.last_outward_at AS last_at
FROM commitment c
WHERE c.org_id = :org AND c.last_outward_at >= :from AND c.last_outward_at < :until AND c.outward_count = :touch_number
  AND CASE WHEN c.last_outcome = 'won' THEN 'won'
            WHEN c.last_outcome = 'lost' THEN 'abandoned'
            WHEN c.state = 'open' THEN 'open'
            WHEN c.stage IN ('cancelled', 'abandoned', 'lost') THEN 'abandoned'
            WHEN c.stage = 'won' OR c.last_outcome = 'agreed' THEN 'won'
            WHEN c.last_outcome IN ('refused', 'not_reached') THEN 'abandoned'
            ELSE 'settled' END = :wanted_end
