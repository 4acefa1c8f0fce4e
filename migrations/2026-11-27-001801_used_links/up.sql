CREATE TABLE used_links (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    expires_at timestamptz NOT NULL
);
CREATE INDEX used_links_expires_at ON used_links (expires_at);
COMMENT ON TABLE used_links IS 'The SHA-256 of the secret of a registration''s link whose address has its account since, until the link would have expired: who opens it again is told that the account is there. It names nobody.';
