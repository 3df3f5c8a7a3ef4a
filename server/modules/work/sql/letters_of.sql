-- Newest first; rides urging_letter_item.
SELECT id, number, tone, addressed_to, to_name, email, demand, answer_by, language, file_id, follow_up_id, by_name, at
FROM urging_letter WHERE org_id = :org AND work_item_id = :work_item ORDER BY at DESC, id DESC
