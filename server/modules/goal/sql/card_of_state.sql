AND k.state = :state
