AND d.channel = :channel
