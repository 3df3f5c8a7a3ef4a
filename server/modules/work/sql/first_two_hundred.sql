-- One more than the longest page; see first_fifty.
LIMIT 201
