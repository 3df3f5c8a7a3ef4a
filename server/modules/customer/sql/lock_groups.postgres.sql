-- Two moves that are fine each by itself can make a circle together.
SELECT id FROM organization WHERE id = :org FOR UPDATE
