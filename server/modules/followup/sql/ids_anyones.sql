SELECT c.id FROM commitment c WHERE c.org_id = :org
