-- The newest hits only: ranking tens of thousands would take longer than two seconds allow.
-- A word may be rare or in every tenth row: whether its index helps shows only with it.
/* planned by value */
AND c.id IN (SELECT s.subject_id FROM search_entry s
             WHERE s.tokens @@ CAST(:match AS tsquery) AND s.org_id = :org AND s.subject_type = 'commitment'
               AND s.text LIKE :word_1 ESCAPE '\' AND s.text LIKE :word_2 ESCAPE '\' AND s.text LIKE :word_3 ESCAPE '\'
             ORDER BY s.subject_id DESC LIMIT 200)
