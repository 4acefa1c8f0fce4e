CREATE TYPE job_kind AS ENUM ('sealBrevet', 'sendMail');
CREATE TABLE jobs (
    id          uuid        PRIMARY KEY,
    kind        job_kind    NOT NULL,
    subject_id  uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    last_error  text,
    finished_at timestamptz,
    UNIQUE (kind, subject_id)
);
CREATE INDEX jobs_due ON jobs (kind, due_at) WHERE finished_at IS NULL;
COMMENT ON TABLE jobs IS 'Work that follows a transaction: written in it, done after it, tried again until it is done.';
COMMENT ON COLUMN jobs.subject_id IS 'What the work is about: the brevet to seal, the mail to send.';

CREATE TYPE mail_state AS ENUM ('waiting', 'sent', 'kept', 'refused');
CREATE TABLE mails (
    id         uuid        PRIMARY KEY,
    recipient  text        NOT NULL,
    language   language    NOT NULL,
    subject    text        NOT NULL,
    body_text  text        NOT NULL,
    body_html  text        NOT NULL,
    state      mail_state  NOT NULL DEFAULT 'waiting',
    written_at timestamptz NOT NULL
);
CREATE INDEX mails_written ON mails (written_at);
COMMENT ON TABLE mails IS 'The outbox. kept: no mail server is configured; an administrator reads them on a page. refused: the mail server does not take it.';
COMMENT ON COLUMN mails.body_text IS 'Emptied when the mail has left, since it holds links that are as good as keys.';
