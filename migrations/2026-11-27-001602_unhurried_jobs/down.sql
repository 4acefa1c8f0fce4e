COMMENT ON COLUMN mails.body_text IS 'Emptied when the mail has left, since it holds links that are as good as keys.';
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, due_at) WHERE finished_at IS NULL;
ALTER TABLE jobs DROP COLUMN unhurried;
