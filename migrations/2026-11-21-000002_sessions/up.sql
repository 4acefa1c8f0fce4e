CREATE TYPE session_kind AS ENUM ('browser', 'api');
CREATE TABLE sessions (
    id         uuid         PRIMARY KEY,
    account_id uuid         NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind       session_kind NOT NULL,
    token_hash bytea        UNIQUE CHECK (length(token_hash) = 32),
    opened_at  timestamptz  NOT NULL,
    expires_at timestamptz  NOT NULL,
    CHECK ((kind = 'browser') = (token_hash IS NOT NULL))
);
CREATE INDEX sessions_account ON sessions (account_id);
COMMENT ON TABLE sessions IS 'One sign-in: of a browser (cookie) or of an API client (a family of tokens). Deleting the row ends it at once.';
COMMENT ON COLUMN sessions.token_hash IS 'SHA-256 of a browser''s cookie; an API session is found by its id, which its access tokens carry.';

CREATE TABLE refresh_tokens (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id uuid        NOT NULL REFERENCES sessions ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
COMMENT ON TABLE refresh_tokens IS 'Single-use tokens of an API session. One that comes back after its use ends the session.';

CREATE TABLE throttles (
    key           text        PRIMARY KEY,
    failures      integer     NOT NULL CHECK (failures > 0),
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);
COMMENT ON TABLE throttles IS 'Failed or repeated requests that slow down the next one, shared by all processes. The key is a SHA-256 of what is throttled.';
