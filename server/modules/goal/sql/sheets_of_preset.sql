AND s.preset = :preset
