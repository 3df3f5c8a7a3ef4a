SELECT fingerprint FROM sealing_key WHERE id = 1
