-- One more than a usual page. A number, not a parameter: with one PostgreSQL plans for a tenth of all rows, or anew each time.
LIMIT 51
