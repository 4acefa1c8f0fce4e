DELETE FROM attempts WHERE refreshes IS NOT NULL;
ALTER TABLE attempts
    DROP CONSTRAINT attempts_quiz_or_refresher,
    DROP COLUMN edition_ids,
    DROP COLUMN refreshes,
    ALTER COLUMN edition_id SET NOT NULL,
    ALTER COLUMN competency SET NOT NULL;
COMMENT ON TABLE attempts IS 'One learner takes the quiz of one edition: what was drawn, each answer as it was given, and the marked submission. One row, so that an answer or a submission is one write.';
