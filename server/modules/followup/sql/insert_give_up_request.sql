INSERT INTO give_up_request (org_id, id, commitment_id, asked_by, asked_by_name, asked_at, reason, touch_count, minimum_touches, supervisor_id, supervisor_name)
VALUES (:org, :id, :commitment, :me, :my_name, :now, :reason, :touch_count, :minimum_touches, :supervisor, :supervisor_name)
