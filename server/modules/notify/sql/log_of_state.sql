-- Rides delivery_of_state.
AND d.state = :state
