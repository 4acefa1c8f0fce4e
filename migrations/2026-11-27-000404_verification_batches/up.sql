CREATE TABLE verification_batches (
    id          uuid        PRIMARY KEY,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    total       integer     NOT NULL CHECK (total BETWEEN 1 AND 10000),
    checked     integer     NOT NULL DEFAULT 0 CHECK (checked BETWEEN 0 AND total)
);
CREATE INDEX verification_batches_expired ON verification_batches (expires_at);
COMMENT ON TABLE verification_batches IS 'A list of brevets that somebody had checked. Who knows the id may read it; deleted a day later.';

CREATE TABLE verification_lines (
    batch_id uuid    NOT NULL REFERENCES verification_batches ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    given    text    NOT NULL,
    name     text,
    found    jsonb,
    PRIMARY KEY (batch_id, position)
);
COMMENT ON TABLE verification_lines IS 'One number of a list with the name that stood beside it, and once it is checked what the register says.';
