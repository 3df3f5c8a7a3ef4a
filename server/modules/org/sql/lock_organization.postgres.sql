-- Two moves that are fine each by itself can make a circle together; two role changes can undo the separation.
SELECT id FROM organization WHERE id = :org FOR UPDATE
