COMMENT ON TABLE refresh_tokens IS 'Single-use tokens of an API session. One that comes back after its use ends the session.';
ALTER TABLE refresh_tokens DROP COLUMN replaced_by;
