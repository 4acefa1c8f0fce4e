ALTER TABLE brevet_files DROP COLUMN printed;
ALTER TABLE brevets DROP COLUMN issue;
ALTER TABLE brevets ADD UNIQUE (learner_id, level, period);
