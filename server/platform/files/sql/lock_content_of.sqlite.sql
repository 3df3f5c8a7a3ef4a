SELECT sha256 FROM file WHERE org_id = :org_id AND id = :id
