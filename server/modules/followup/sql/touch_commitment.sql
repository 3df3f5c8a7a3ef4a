-- What comes late only counts.
UPDATE commitment
SET last_touch_at = CASE WHEN :newest = 1 THEN :at ELSE last_touch_at END,
    last_follow_up_id = CASE WHEN :newest = 1 THEN :follow_up_id ELSE last_follow_up_id END,
    touch_count = touch_count + 1, next_follow_up_at = :next_follow_up_at,
    outward_count = outward_count + :outward,
    last_outcome = CASE WHEN :outward = 1 AND (:newest = 1 OR last_outward_at IS NULL OR last_outward_at <= :at) THEN :outcome ELSE last_outcome END,
    last_outward_at = CASE WHEN :outward = 1 AND (:newest = 1 OR last_outward_at IS NULL OR last_outward_at <= :at) THEN :at ELSE last_outward_at END,
    version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
