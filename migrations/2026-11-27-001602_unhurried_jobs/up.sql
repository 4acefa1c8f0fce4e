ALTER TABLE jobs ADD COLUMN unhurried boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN jobs.unhurried IS 'Whether nobody waits for it, as for a digest: it is done when nothing else of its kind is due.';
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, unhurried, due_at) WHERE finished_at IS NULL;
COMMENT ON COLUMN mails.body_text IS 'Emptied when the mail has left, or a day after it was written when it was refused, since it holds links that are as good as keys.';
