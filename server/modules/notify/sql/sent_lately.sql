-- Rides delivery_pace. Whatever may have reached the person counts, ambiguous attempts too.
SELECT sent_at FROM delivery
WHERE org_id = :org AND recipient_id = :recipient AND channel = :channel AND sent_at > :since AND id <> :id
ORDER BY sent_at
