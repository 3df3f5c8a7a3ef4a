-- One writer: nobody else changes the trees or the roles meanwhile.
SELECT id FROM organization WHERE id = :org
