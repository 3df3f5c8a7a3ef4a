SELECT p.id, p.code, p.name, p.unit, p.closed_at, p.version FROM product p WHERE p.org_id = :org
