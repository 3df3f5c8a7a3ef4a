UPDATE work_round SET verdict = :verdict, note = :note, judged_by_name = :by_name, judged_at = :now, judgements = :judgements
WHERE org_id = :org AND work_item_id = :work_item AND verdict IS NULL
