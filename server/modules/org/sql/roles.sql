SELECT r.id, r.code, r.name, r.built_in, r.version FROM role r WHERE r.org_id = :org
