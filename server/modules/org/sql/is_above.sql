-- UNION, not UNION ALL: ends even where the chain already went round.
WITH RECURSIVE chain (id) AS (
  SELECT e.id FROM employee e WHERE e.org_id = :org AND e.id = :below
  UNION
  SELECT e.supervisor_id FROM employee e JOIN chain c ON c.id = e.id WHERE e.org_id = :org AND e.supervisor_id IS NOT NULL)
SELECT count(*) FROM chain WHERE id = :above
