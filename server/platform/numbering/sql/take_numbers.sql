-- The row is locked until the transaction ends: who comes second waits, and a rollback gives the numbers back.
INSERT INTO number_sequence (org_id, series, year, last)
VALUES (:org_id, :series, :year, :count)
ON CONFLICT (org_id, series, year) DO UPDATE SET last = number_sequence.last + excluded.last
RETURNING last
