-- A number, not a parameter: with one PostgreSQL plans for a tenth of all rows.
ORDER BY CASE WHEN lower(c.title) = :folded THEN 0 WHEN lower(c.title) LIKE :word_1 ESCAPE '\' THEN 1 ELSE 2 END,
         CASE WHEN c.state = 'open' THEN 0 ELSE 1 END, c.created_at DESC, c.id
LIMIT 50
