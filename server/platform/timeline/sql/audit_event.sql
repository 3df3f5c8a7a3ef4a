AND event = :event
