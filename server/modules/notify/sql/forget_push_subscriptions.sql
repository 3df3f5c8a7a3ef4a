-- They were made for a key that is lost.
DELETE FROM push_subscription
