-- Tokens find (riding search_entry_tokens), LIKE confirms; the words may stand in any order.
AND c.id IN (SELECT s.subject_id FROM search_entry s
             WHERE s.tokens @@ CAST(:match AS tsquery) AND s.org_id = :org AND s.subject_type = 'customer'
               AND s.text LIKE :word_1 ESCAPE '\' AND s.text LIKE :word_2 ESCAPE '\' AND s.text LIKE :word_3 ESCAPE '\')
