-- SQLite only: the tokens of the entry inserted just now.
INSERT INTO search_tokens (rowid, tokens) VALUES (last_insert_rowid(), :tokens)
