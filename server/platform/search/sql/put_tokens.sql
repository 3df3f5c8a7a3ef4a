-- SQLite only.
INSERT OR REPLACE INTO search_tokens (rowid, tokens) VALUES (:entry_no, :tokens)
