-- The pattern for the modules' own searches: tokens find, LIKE confirms. The newest come first, ids being UUIDv7.
SELECT e.subject_type, e.subject_id, e.text
FROM search_tokens
CROSS JOIN search_entry e ON e.entry_no = search_tokens.rowid
WHERE search_tokens MATCH :match AND e.org_id = :org_id
  AND e.text LIKE :word_1 ESCAPE '\' AND e.text LIKE :word_2 ESCAPE '\' AND e.text LIKE :word_3 ESCAPE '\'
ORDER BY e.subject_id DESC
LIMIT :limit
