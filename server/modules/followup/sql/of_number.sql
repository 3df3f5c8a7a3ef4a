-- Rides commitment_number.
AND c.number = :number
