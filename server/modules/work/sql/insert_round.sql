-- The item is locked, so that no two rounds get one number.
INSERT INTO work_round (org_id, work_item_id, round, result, submitted_by_name, submitted_at, judgements)
SELECT :org, :work_item, COALESCE(MAX(round), 0) + 1, :result, :by_name, :now, '[]' FROM work_round WHERE org_id = :org AND work_item_id = :work_item
