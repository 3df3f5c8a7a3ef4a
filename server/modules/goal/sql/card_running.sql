AND k.state IN ('committed', 'active')
