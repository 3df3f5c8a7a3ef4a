-- Not only work items are followed up.
AND c.subject_type = 'work_item'
