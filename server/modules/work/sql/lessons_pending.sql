AND EXISTS (SELECT 1 FROM work_kind k WHERE k.org_id = c.org_id AND k.code = c.subject_kind AND k.asks_lessons)
AND NOT EXISTS (SELECT 1 FROM lesson l WHERE l.org_id = c.org_id AND l.work_item_id = c.id)
AND NOT EXISTS (SELECT 1 FROM work_item n WHERE n.org_id = c.org_id AND n.follow_on_of = c.id)
