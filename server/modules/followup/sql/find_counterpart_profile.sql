SELECT channels, quiet, note, version FROM counterpart_profile WHERE org_id = :org AND key = :key
