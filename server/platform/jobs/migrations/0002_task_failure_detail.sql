-- What the text of a failure needs beside its code: {"arguments": {…}, "fields": [{"code": …, "arguments": {…}}]}.
ALTER TABLE task ADD COLUMN failure_detail text NOT NULL DEFAULT '{}';
