ALTER TABLE accounts ADD COLUMN reminders boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN accounts.reminders IS 'Whether the person wants to be reminded that a brevet ends.';

CREATE TABLE reminders (
    learner_id  uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    level       level       NOT NULL REFERENCES levels,
    period      integer     NOT NULL CHECK (period > 0),
    days_before integer     NOT NULL CHECK (days_before >= 0),
    token_hash  bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (learner_id, level, period, days_before)
);
COMMENT ON TABLE reminders IS 'A mail to a learner that a brevet ends, written in the transaction that put it into the outbox. Of each occasion and period there is one, whatever the number of processes and of corrected issues.';
COMMENT ON COLUMN reminders.days_before IS 'The occasion: from so many days before the last day.';
COMMENT ON COLUMN reminders.token_hash IS 'SHA-256 of the secret in the mail''s link to get no more of them.';

ALTER TABLE mails ADD COLUMN stop_address text;
COMMENT ON COLUMN mails.stop_address IS 'Where a mail program asks for no more such mails (RFC 8058). Emptied with the body.';

CREATE INDEX brevets_ending ON brevets (level, valid_until) WHERE valid_until IS NOT NULL;
