-- The newest hits only: ranking tens of thousands would take longer than two seconds allow. FTS5 walks rowids backwards.
AND c.id IN (SELECT s.subject_id FROM search_tokens CROSS JOIN search_entry s ON s.entry_no = search_tokens.rowid
             WHERE search_tokens MATCH :match AND s.org_id = :org AND s.subject_type = 'commitment'
               AND s.text LIKE :word_1 ESCAPE '\' AND s.text LIKE :word_2 ESCAPE '\' AND s.text LIKE :word_3 ESCAPE '\'
             ORDER BY search_tokens.rowid DESC LIMIT 200)
