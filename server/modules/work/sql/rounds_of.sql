SELECT round, result, submitted_by_name, submitted_at, verdict, note, judged_by_name, judged_at, judgements
FROM work_round WHERE org_id = :org AND work_item_id = :work_item ORDER BY round
