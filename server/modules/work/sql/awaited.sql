-- Each part rides an index of the person: handoff_given, and commitment_owner_due with one look per open item into an index
-- of what waits. CROSS JOIN: SQLite must start there.
SELECT 'question' AS what, q.id, c.id AS work_item_id, c.number, c.title, q.asked_by_name AS by_name, q.at, q.question AS text, CAST(NULL AS bigint) AS due_at
FROM handoff h CROSS JOIN handoff_question q CROSS JOIN commitment c
WHERE h.org_id = :org AND h.from_id = :me AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL
  AND q.org_id = :org AND q.work_item_id = h.work_item_id AND q.handoff_id = h.id AND q.answer IS NULL
  AND c.org_id = :org AND c.id = h.work_item_id
UNION ALL
SELECT 'question', q.id, c.id, c.number, c.title, q.asked_by_name, q.at, q.question, CAST(NULL AS bigint)
FROM commitment c CROSS JOIN handoff h CROSS JOIN handoff_question q
WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open'
  AND h.org_id = :org AND h.work_item_id = c.id AND h.from_id <> :me AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL
  AND q.org_id = :org AND q.work_item_id = c.id AND q.handoff_id = h.id AND q.answer IS NULL AND q.asked_by <> :me
UNION ALL
SELECT 'date_proposal', p.id, c.id, c.number, c.title, p.by_name, p.at, p.reason, p.due_at
FROM commitment c CROSS JOIN date_proposal p
WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND p.org_id = :org AND p.work_item_id = c.id AND p.answer IS NULL AND p.by_id <> :me
UNION ALL
SELECT 'result', c.id, c.id, c.number, c.title, w.submitted_by_name, w.submitted_at, w.result, CAST(NULL AS bigint)
FROM commitment c CROSS JOIN work_round w
WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND c.stage = 'submitted' AND w.org_id = :org AND w.work_item_id = c.id AND w.verdict IS NULL
UNION ALL
SELECT 'delay_report', r.id, c.id, c.number, c.title, r.by_name, r.at, r.corrective_action, r.new_due_at
FROM delay_report r JOIN commitment c ON c.org_id = r.org_id AND c.id = r.work_item_id
WHERE r.org_id = :org
