AND a.enabled
