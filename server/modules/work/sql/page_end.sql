) early
