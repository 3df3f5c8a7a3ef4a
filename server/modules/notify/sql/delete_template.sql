DELETE FROM notice_template WHERE org_id = :org AND event = :event AND channel = :channel AND language = :language
