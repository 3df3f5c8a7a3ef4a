-- Rides work_item_original_due.
AND c.id IN (SELECT p.id FROM work_item p WHERE p.org_id = :org AND p.original_due_at >= :original_from AND p.original_due_at < :original_until)
