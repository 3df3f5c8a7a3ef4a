-- Tokens find, LIKE confirms; the words may stand in any order. CROSS JOIN: the tokens must come first.
AND c.id IN (SELECT s.subject_id FROM search_tokens CROSS JOIN search_entry s ON s.entry_no = search_tokens.rowid
             WHERE search_tokens MATCH :match AND s.org_id = :org AND s.subject_type = 'customer'
               AND s.text LIKE :word_1 ESCAPE '\' AND s.text LIKE :word_2 ESCAPE '\' AND s.text LIKE :word_3 ESCAPE '\')
