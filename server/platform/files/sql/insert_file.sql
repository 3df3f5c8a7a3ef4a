INSERT INTO file (org_id, id, subject_type, subject_id, name, content_type, size, sha256, added_by, added_by_id, added_at)
VALUES (:org_id, :id, :subject_type, :subject_id, :name, :content_type, :size, :sha256, :added_by, :added_by_id, :added_at)
