-- Who was reminded of a thing, and when; also what became moot with it.
DROP INDEX notice_basis;
CREATE INDEX notice_subject ON notice (org_id, subject_id, created_at, id) WHERE basis_topic IS NOT NULL;
