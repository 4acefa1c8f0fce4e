ALTER TABLE brevets ADD COLUMN issue integer NOT NULL DEFAULT 1 CHECK (issue > 0);
ALTER TABLE brevets DROP CONSTRAINT brevets_learner_id_level_period_key;
ALTER TABLE brevets ADD UNIQUE (learner_id, level, period, issue);
COMMENT ON COLUMN brevets.issue IS '1 as it was awarded; one more for each replacement with a corrected name in the same period.';

ALTER TABLE brevet_files ADD COLUMN printed jsonb;
COMMENT ON COLUMN brevet_files.printed IS 'What the sheet says that the brevet''s row does not: competencies by name, issuer, address. Empty for files sealed before this was kept.';
