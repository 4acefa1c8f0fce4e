DROP INDEX attempts_ending;
ALTER TABLE attempts
    DROP CONSTRAINT attempts_clock,
    DROP COLUMN break_seconds,
    DROP COLUMN paused_at,
    DROP COLUMN ends_at;
