AND c.state = 'open' AND c.stage <> 'draft'
AND EXISTS (SELECT 1 FROM work_item p WHERE p.org_id = c.org_id AND p.id = c.id AND p.original_due_at < :now)
