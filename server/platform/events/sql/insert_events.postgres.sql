INSERT INTO outbox_event (org_id, id, name, payload, at, attempts, next_attempt_at)
SELECT :org_id, CAST(e.id AS uuid), :name, e.payload, :at, 0, :at
FROM json_to_recordset(CAST(:events AS json)) AS e (id text, payload text)
