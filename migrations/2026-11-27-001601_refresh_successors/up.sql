ALTER TABLE refresh_tokens ADD COLUMN replaced_by bytea CHECK (length(replaced_by) = 32);
COMMENT ON COLUMN refresh_tokens.replaced_by IS 'SHA-256 of the token that was given for this one. While nobody has used that, this one counts once more for some seconds: the answer may have been lost.';
COMMENT ON TABLE refresh_tokens IS 'Single-use tokens of an API session. One that comes back later after its use ends the session.';
