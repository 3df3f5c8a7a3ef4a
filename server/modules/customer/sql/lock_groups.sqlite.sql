-- One writer: nobody else changes the groups meanwhile.
SELECT id FROM organization WHERE id = :org
