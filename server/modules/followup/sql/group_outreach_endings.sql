GROUP BY r.contacts, r.outcome
