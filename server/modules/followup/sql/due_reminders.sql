-- Rides reminder_fires, then the commitment's primary key.
SELECT r.org_id, r.commitment_id, r.topic, r.source_id, r.receiver_id, r.basis, r.counts_from, r.rung,
       c.subject_type, c.subject_kind, c.number, c.title, c.owner_id, c.handler_id, c.department_id
FROM reminder r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.commitment_id
WHERE r.fires_at <= :now
ORDER BY r.fires_at
LIMIT :limit
