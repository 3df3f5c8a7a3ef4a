DELETE FROM customer_contact WHERE org_id = :org AND id = :id AND version = :version
