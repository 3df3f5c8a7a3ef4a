SELECT r.id, r.commitment_id, c.subject_type, c.number, c.title, c.owner_id, r.asked_by, r.asked_by_name, r.asked_at, r.reason, r.touch_count,
       r.minimum_touches, r.supervisor_id, r.supervisor_name, r.answered_by, r.answered_by_name, r.answered_at, r.consented, r.answer, r.used_at
FROM give_up_request r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.commitment_id
WHERE r.org_id = :org
