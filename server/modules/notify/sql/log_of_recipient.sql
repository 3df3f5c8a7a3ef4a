-- Rides delivery_of_recipient.
AND d.recipient_id = :recipient
