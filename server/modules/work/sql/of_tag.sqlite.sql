-- The tag as JSON within the JSON list: no LIKE, whose wildcards and case are not the tag's.
AND instr(w.tags, :tag) > 0
