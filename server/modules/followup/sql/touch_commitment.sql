UPDATE commitment
SET last_touch_at = :at, last_follow_up_id = :follow_up_id, touch_count = touch_count + 1, next_follow_up_at = :next_follow_up_at,
    outward_count = outward_count + :outward,
    last_outward_at = CASE WHEN :outward = 1 THEN :at ELSE last_outward_at END,
    last_outcome = CASE WHEN :outward = 1 THEN :outcome ELSE last_outcome END, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
