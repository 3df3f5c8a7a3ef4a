-- Whether the receiver takes part only because of this handoff: whoever declines it is to see no more of the item.
ALTER TABLE handoff ADD COLUMN made_participant boolean NOT NULL DEFAULT FALSE;
