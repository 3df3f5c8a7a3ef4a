-- What became of the letters and messages a thing was written about.
CREATE INDEX notice_letter ON notice (org_id, subject_id) WHERE reason = 'letter';
