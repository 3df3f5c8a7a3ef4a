INSERT INTO urging_letter (org_id, id, work_item_id, number, tone, addressed_to, to_name, email, demand, answer_by, language, file_id, follow_up_id, by_name, at)
VALUES (:org, :id, :work_item, :number, :tone, :addressed_to, :to_name, :email, :demand, :answer_by, :language, :file_id, :follow_up_id, :by_name, :at)
