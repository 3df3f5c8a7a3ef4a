-- Of two first askers the first decides.
INSERT INTO push_key (org_id, public_key, private_key, created_at) VALUES (:org, :public_key, :private_key, :now)
ON CONFLICT (org_id) DO NOTHING
