-- The view a page opens with.
ALTER TABLE saved_view ADD COLUMN is_default boolean NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX saved_view_default ON saved_view (org_id, employee_id, page) WHERE is_default;
