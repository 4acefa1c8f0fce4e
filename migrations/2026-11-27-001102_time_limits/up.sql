ALTER TABLE attempts
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN break_seconds integer NOT NULL DEFAULT 0 CHECK (break_seconds >= 0),
    ADD CONSTRAINT attempts_clock CHECK (ends_at > started_at AND (ends_at IS NOT NULL OR (paused_at IS NULL AND break_seconds = 0)));
CREATE INDEX attempts_ending ON attempts (ends_at) WHERE submitted_at IS NULL AND ends_at IS NOT NULL;
COMMENT ON COLUMN attempts.ends_at IS 'When its time is over if nothing happens, where the content asks for a time limit. During a break the rest of the break is counted in.';
COMMENT ON COLUMN attempts.paused_at IS 'When a break was begun that nobody ended yet.';
COMMENT ON COLUMN attempts.break_seconds IS 'How long breaks may still be; during a break, from its beginning.';
