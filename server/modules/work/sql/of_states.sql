AND c.stage IN (:state1, :state2, :state3, :state4, :state5, :state6, :state7, :state8, :state9)
