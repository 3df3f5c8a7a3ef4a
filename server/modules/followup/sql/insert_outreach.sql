INSERT INTO outreach_record (org_id, id, campaign, counterpart, contacts, outcome, ended_on, ended_at, owner_id, created_at)
VALUES (:org, :id, :campaign, :counterpart, :contacts, :outcome, :ended_on, :ended_at, :owner, :now)
ON CONFLICT (org_id, campaign, counterpart, ended_on) DO NOTHING
