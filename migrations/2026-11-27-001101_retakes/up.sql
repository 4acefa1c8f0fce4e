ALTER TABLE levels ADD COLUMN retakes jsonb CHECK (jsonb_typeof(retakes) = 'object');
COMMENT ON COLUMN levels.retakes IS 'How long a learner waits before another attempt after failed ones, and when those are forgotten. Empty when nobody waits.';
