INSERT INTO customer_contact (org_id, id, customer_id, name, title, phone, phone_key, email, decision_role, preferred_channel, birthday, note, created_at, version)
VALUES (:org, :id, :customer_id, :name, :title, :phone, :phone_key, :email, :decision_role, :preferred_channel, :birthday, :note, :now, 1)
