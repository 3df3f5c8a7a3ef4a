UPDATE commitment
SET last_touch_at = :at, last_follow_up_id = :follow_up_id, touch_count = touch_count + 1, next_follow_up_at = :next_follow_up_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
