FROM (SELECT early.id FROM (
