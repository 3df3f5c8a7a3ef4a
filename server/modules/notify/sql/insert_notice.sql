-- notice_occurrence settles who was first.
INSERT INTO notice (org_id, id, recipient_id, occurrence, event, kind, subject_type, subject_id, number, title, content, reason, reason_for, basis_topic,
                    basis_at, created_at, read_at)
VALUES (:org, :id, :recipient_id, :occurrence, :event, :kind, :subject_type, :subject_id, :number, :title, :content, :reason, :reason_for, :basis_topic,
        :basis_at, :created_at, :read_at)
ON CONFLICT (org_id, recipient_id, occurrence) DO NOTHING
