-- One writer: nobody else counts.
SELECT 1 AS locked WHERE :org IS NOT NULL AND :id IS NOT NULL
