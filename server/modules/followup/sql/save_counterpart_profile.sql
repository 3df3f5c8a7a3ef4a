-- Two who change it at once: the second finds another version and changes no row.
INSERT INTO counterpart_profile (org_id, key, channels, quiet, note, version) VALUES (:org, :key, :channels, :quiet, :note, 1)
ON CONFLICT (org_id, key) DO UPDATE SET channels = excluded.channels, quiet = excluded.quiet, note = excluded.note, version = counterpart_profile.version + 1
WHERE counterpart_profile.version = :version
