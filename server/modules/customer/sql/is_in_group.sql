-- UNION, not UNION ALL: ends even where the chain already went round.
WITH RECURSIVE chain (id) AS (
  SELECT c.id FROM customer c WHERE c.org_id = :org AND c.id = :below
  UNION
  SELECT c.parent_id FROM customer c JOIN chain n ON n.id = c.id WHERE c.org_id = :org AND c.parent_id IS NOT NULL)
SELECT count(*) FROM chain WHERE id = :above
