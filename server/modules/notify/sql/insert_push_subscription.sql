INSERT INTO push_subscription (org_id, id, employee_id, endpoint, endpoint_hash, receiver_key, receiver_secret, device, address, created_at)
VALUES (:org, :id, :employee_id, :endpoint, :endpoint_hash, :receiver_key, :receiver_secret, :device, :address, :created_at)
