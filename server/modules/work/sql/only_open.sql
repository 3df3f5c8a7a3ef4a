AND c.state = 'open'
