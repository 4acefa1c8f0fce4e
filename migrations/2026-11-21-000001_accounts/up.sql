CREATE TYPE language AS ENUM ('nl', 'fr', 'de', 'en');
CREATE TYPE role AS ENUM ('learner', 'trainer', 'hr', 'administrator');

CREATE TABLE accounts (
    id            uuid        PRIMARY KEY,
    email         text        NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
    name          text        NOT NULL CHECK (btrim(name) <> ''),
    language      language    NOT NULL,
    role          role        NOT NULL,
    password_hash text        NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    registered_at timestamptz NOT NULL
);
COMMENT ON TABLE accounts IS 'A person who proved to read mail at this address and can sign in. The name is the one printed on a brevet at the moment of its award.';

CREATE TABLE registrations (
    token_hash    bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    email         text        NOT NULL CHECK (email = lower(email)),
    name          text        NOT NULL CHECK (btrim(name) <> ''),
    language      language    NOT NULL,
    password_hash text        NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    expires_at    timestamptz NOT NULL
);
CREATE INDEX registrations_email ON registrations (email);
COMMENT ON TABLE registrations IS 'Who asked for an account and has not opened the mailed link yet. Each link makes the account that was asked for with it, so nobody can put their password under the address of another. Only the SHA-256 of the link''s secret is kept.';

CREATE TABLE password_resets (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX password_resets_account ON password_resets (account_id);
COMMENT ON TABLE password_resets IS 'Mailed links for a new password that were not used yet; deleted by their use.';
