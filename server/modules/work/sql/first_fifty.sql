-- One more than a usual page. A number, not a parameter: with one PostgreSQL plans anew each time, longer than it reads.
LIMIT 51
