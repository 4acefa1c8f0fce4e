ALTER TABLE attempts
    ALTER COLUMN competency DROP NOT NULL,
    ALTER COLUMN edition_id DROP NOT NULL,
    ADD COLUMN refreshes level REFERENCES levels,
    ADD COLUMN edition_ids uuid[] CHECK (cardinality(edition_ids) > 0 AND array_position(edition_ids, NULL) IS NULL),
    ADD CONSTRAINT attempts_quiz_or_refresher CHECK (
        num_nulls(competency, edition_id) IN (0, 2)
        AND num_nulls(refreshes, edition_ids) IN (0, 2)
        AND num_nonnulls(competency, refreshes) = 1
    );
CREATE UNIQUE INDEX attempts_one_open_refresher ON attempts (learner_id, refreshes) WHERE submitted_at IS NULL AND refreshes IS NOT NULL;
CREATE INDEX attempts_newest_refresher ON attempts (learner_id, refreshes, started_at DESC) WHERE refreshes IS NOT NULL;
COMMENT ON TABLE attempts IS 'One learner takes the quiz of one edition, or the refresher of a level: what was drawn, each answer as it was given, and the marked submission. One row, so that an answer or a submission is one write.';
COMMENT ON COLUMN attempts.refreshes IS 'Of a refresher the level whose brevet it renews; it has neither competency nor edition then.';
COMMENT ON COLUMN attempts.edition_ids IS 'Of a refresher the editions it was drawn from, one for each module of the level.';
