-- Rides the primary key.
UPDATE reminder SET rung = m.rung, fires_at = m.fires_at
FROM json_to_recordset(CAST(:moves AS json)) AS m (commitment_id uuid, topic text, rung bigint, fires_at bigint)
WHERE reminder.org_id = :org AND reminder.commitment_id = m.commitment_id AND reminder.topic = m.topic
