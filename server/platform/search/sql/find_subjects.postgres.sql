-- The pattern for the modules' own searches: tokens find (riding search_entry_tokens), LIKE confirms. The newest come first.
SELECT e.subject_type, e.subject_id, e.text
FROM search_entry e
WHERE e.tokens @@ CAST(:match AS tsquery) AND e.org_id = :org_id
  AND e.text LIKE :word_1 ESCAPE '\' AND e.text LIKE :word_2 ESCAPE '\' AND e.text LIKE :word_3 ESCAPE '\'
ORDER BY e.subject_id DESC
LIMIT :limit
