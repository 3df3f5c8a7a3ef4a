-- Rides notice_unread.
AND read_at IS NULL
