GROUP BY f.outward_number, f.outcome
