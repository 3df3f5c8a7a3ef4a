-- The tag as JSON within the JSON list: no LIKE, whose wildcards and case are not the tag's.
AND EXISTS (SELECT 1 FROM work_item t WHERE t.org_id = c.org_id AND t.id = c.id AND instr(t.tags, :tag) > 0)
