AND c.state IN (:state1, :state2, :state3, :state4)
