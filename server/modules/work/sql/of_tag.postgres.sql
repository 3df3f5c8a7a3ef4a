-- The tag as JSON within the JSON list: no LIKE, whose wildcards are not the tag's.
AND strpos(w.tags, :tag) > 0
