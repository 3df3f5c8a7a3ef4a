-- Rides the primary key: one item's history. An imported item may come closed, so a reopening can be the first of them.
SELECT at, event = 'work_item.reopened' AS reopens FROM timeline_entry
WHERE org_id = :org AND subject_id = :work_item AND subject_type = 'work_item'
  AND event IN ('work_item.closed', 'work_item.cancelled', 'work_item.reopened')
ORDER BY seq
