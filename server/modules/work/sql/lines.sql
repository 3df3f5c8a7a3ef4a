-- Sub-selects for what a join would do as well: PostgreSQL spends long on the order of many joins.
SELECT c.id, c.number, c.subject_kind AS kind, c.title, w.state, c.importance, c.owner_id, o.name AS owner_name, c.handler_id, h.name AS handler_name,
       (SELECT d.name FROM department d WHERE d.org_id = c.org_id AND d.id = c.department_id) AS department_name,
       COALESCE(w.requester_name, r.name) AS requester_name, w.progress, w.start_at, c.due_at, c.next_follow_up_at,
       c.state AS commitment_state, c.last_touch_at,
       (SELECT f.finding FROM follow_up f WHERE f.org_id = c.org_id AND f.id = c.last_follow_up_id) AS last_finding, c.touch_count,
       EXISTS (SELECT 1 FROM handoff p WHERE p.org_id = c.org_id AND p.work_item_id = c.id AND p.accepted_at IS NULL AND p.declined_at IS NULL
                                         AND p.withdrawn_at IS NULL) AS handoff_pending,
       w.urgency, w.estimate_minutes, c.created_at, c.version
