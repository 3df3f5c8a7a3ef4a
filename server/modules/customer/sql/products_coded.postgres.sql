-- :texts is a JSON list.
AND p.code IN (SELECT value FROM json_array_elements_text(CAST(:texts AS json)) AS texts (value))
