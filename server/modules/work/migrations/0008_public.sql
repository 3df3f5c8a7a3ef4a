-- How somebody without an account looks at one item. Only the token's SHA-256 is kept; several links to one item live beside
-- each other, so that making one for a colleague's customer on the phone does not break the one on the door.
CREATE TABLE status_link (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  made_at bigint NOT NULL,
  made_by_name text NOT NULL,
  revoked_at bigint,
  PRIMARY KEY (org_id, id)
);
-- Looked up before the organization is known.
CREATE UNIQUE INDEX status_link_token ON status_link (token_hash);
CREATE INDEX status_link_item ON status_link (org_id, work_item_id, made_at, id);

-- What is said between the requester and us; nothing else of the item reaches the outside.
CREATE TABLE requester_message (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  at bigint NOT NULL,
  from_requester boolean NOT NULL,
  by_name text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX requester_message_item ON requester_message (org_id, work_item_id, at, id);

CREATE TABLE requester_rating (
  org_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  rating bigint NOT NULL CONSTRAINT requester_rating_range CHECK (rating BETWEEN 1 AND 5),
  words text NOT NULL,
  rated_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (org_id, work_item_id)
);
CREATE INDEX requester_rating_at ON requester_rating (org_id, rated_at);

-- The form outsiders fill in. Its address hangs on walls and is no secret; a new one makes the old posters void.
CREATE TABLE public_form (
  org_id uuid NOT NULL PRIMARY KEY,
  token text NOT NULL,
  enabled boolean NOT NULL,
  welcome text NOT NULL,
  names_handler boolean NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX public_form_token ON public_form (token);

-- What a browser has already sent, so that sending it again makes nothing twice.
CREATE TABLE public_request (
  org_id uuid NOT NULL,
  client_id uuid NOT NULL,
  body_hash text NOT NULL,
  work_item_id uuid NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, client_id)
);

-- A numbered letter; its PDF is kept as it was sent.
CREATE TABLE urging_letter (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  number text NOT NULL,
  tone text NOT NULL CONSTRAINT urging_letter_tone CHECK (tone IN ('reminder', 'firm', 'final')),
  addressed_to text NOT NULL CONSTRAINT urging_letter_to CHECK (addressed_to IN ('handler', 'requester')),
  to_name text NOT NULL,
  email text,
  demand text NOT NULL,
  answer_by text,
  language text NOT NULL,
  file_id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  by_name text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX urging_letter_number ON urging_letter (org_id, number);
CREATE INDEX urging_letter_item ON urging_letter (org_id, work_item_id, at, id);
