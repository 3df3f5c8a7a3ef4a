AND t.event = :event AND t.channel = :channel AND t.language = :language
