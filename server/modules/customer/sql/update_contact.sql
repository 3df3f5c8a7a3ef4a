UPDATE customer_contact SET name = :name, title = :title, phone = :phone, phone_key = :phone_key, email = :email, decision_role = :decision_role,
                            preferred_channel = :preferred_channel, birthday = :birthday, note = :note, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
