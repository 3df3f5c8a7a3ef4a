-- Whoever counts what a person got lately counts alone; taken before any delivery is locked, so that nobody waits in a circle.
SELECT CAST(1 AS bigint) AS locked
FROM (SELECT pg_advisory_xact_lock(hashtextextended(CAST(org_id AS text) || CAST(recipient_id AS text) || channel, 7))
      FROM delivery WHERE org_id = :org AND id = :id) held
