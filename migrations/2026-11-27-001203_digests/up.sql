ALTER TABLE accounts ADD COLUMN digests boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN accounts.digests IS 'Whether the person wants a mail each week about a level that was begun.';

CREATE TABLE visits (
    account_id uuid        PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    visited_at timestamptz NOT NULL
);
COMMENT ON TABLE visits IS 'When a person was last here, by sign-in or by the session that was extended: who stays away gets no more digests.';
-- Nobody knows when those who have an account already were here; they count from today on.
INSERT INTO visits (account_id, visited_at) SELECT id, now() FROM accounts;

CREATE TABLE digests (
    learner_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    week       date        NOT NULL CHECK (extract(isodow FROM week) = 1),
    level      level       NOT NULL REFERENCES levels,
    token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    written_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, week)
);
COMMENT ON TABLE digests IS 'A weekly mail to a learner about a level that was begun, written in the transaction that put it into the outbox. Of each week there is one, whatever the number of processes.';
COMMENT ON COLUMN digests.week IS 'The Monday of the week, in Belgium.';
COMMENT ON COLUMN digests.token_hash IS 'SHA-256 of the secret in the mail''s link to get no more of them.';
