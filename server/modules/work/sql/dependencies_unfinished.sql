AND w.state NOT IN ('done', 'cancelled')
