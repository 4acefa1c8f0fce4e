ALTER TABLE levels ADD COLUMN renewal jsonb CHECK (jsonb_typeof(renewal) = 'object');
COMMENT ON COLUMN levels.renewal IS 'How a brevet of the level is renewed: when that opens, what the refresher asks, when the learner is reminded. Empty when none is offered.';
