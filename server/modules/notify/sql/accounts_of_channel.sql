AND a.channel = :channel
