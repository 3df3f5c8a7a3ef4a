-- :texts is a JSON list.
AND p.code IN (SELECT value FROM json_each(:texts))
