-- One writer: the row is already ours.
/* lock */
