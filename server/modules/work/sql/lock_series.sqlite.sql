-- One writer needs no lock.
/* lock */
