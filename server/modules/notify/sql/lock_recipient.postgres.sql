-- Whoever counts what a person got lately counts alone.
SELECT CAST(1 AS bigint) AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(CAST(:key AS text), 7))) held
