-- A handful of rows. The fence has grown with the claim and grows with the next: the former self writes nothing more.
UPDATE scheduled_job SET lease_until = 0 WHERE node = :node AND lease_until > 0
