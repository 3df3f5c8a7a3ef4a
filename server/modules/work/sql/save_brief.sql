INSERT INTO work_brief (org_id, work_item_id, why, how, consequence, standard) VALUES (:org, :work_item, :why, :how, :consequence, :standard)
ON CONFLICT (org_id, work_item_id) DO UPDATE
SET why = excluded.why, how = excluded.how, consequence = excluded.consequence, standard = excluded.standard
