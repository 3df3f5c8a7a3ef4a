SELECT d.item_id, d.after_id, d.lag_minutes
FROM work_item w JOIN work_dependency d ON d.org_id = w.org_id AND d.item_id = w.id
WHERE w.org_id = :org AND w.parent_id = :parent ORDER BY d.item_id, d.after_id
