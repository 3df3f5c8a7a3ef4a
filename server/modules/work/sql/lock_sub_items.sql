-- Changes nothing, but whoever else links sub-items of this parent waits: two halves of a loop cannot be made at once.
UPDATE work_item SET parent_id = parent_id WHERE org_id = :org AND id = :parent
