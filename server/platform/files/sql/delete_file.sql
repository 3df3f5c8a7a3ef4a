DELETE FROM file WHERE org_id = :org_id AND id = :id
