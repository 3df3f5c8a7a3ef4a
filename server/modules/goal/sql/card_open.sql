AND k.state <> 'closed'
