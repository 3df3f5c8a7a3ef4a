-- INDEXED BY: SQLite would rather walk the whole organization in the page's order, hoping to meet enough soon.
SELECT c.id FROM commitment c INDEXED BY commitment_owner_due WHERE c.org_id = :org AND c.owner_id = :me
