-- Of two nodes that start together the first decides.
INSERT INTO sealing_key (id, fingerprint) VALUES (1, :fingerprint) ON CONFLICT (id) DO NOTHING
