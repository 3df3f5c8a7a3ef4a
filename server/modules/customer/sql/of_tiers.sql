AND c.tier IN (:tier1, :tier2, :tier3)
