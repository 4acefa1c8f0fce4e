CREATE TABLE attempts (
    learner_id   uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id           uuid        NOT NULL,
    competency   text        NOT NULL REFERENCES competencies,
    edition_id   uuid        NOT NULL REFERENCES editions,
    language     language    NOT NULL,
    drawn        jsonb       NOT NULL,
    seed         bigint      NOT NULL,
    pass_mark    integer     NOT NULL CHECK (pass_mark BETWEEN 1 AND 100),
    started_at   timestamptz NOT NULL,
    answers      jsonb       NOT NULL DEFAULT '{}',
    revision     integer     NOT NULL DEFAULT 0,
    submitted_at timestamptz,
    marks        jsonb,
    score        double precision CHECK (score BETWEEN 0 AND 1),
    passed       boolean,
    PRIMARY KEY (learner_id, id),
    CHECK (num_nulls(submitted_at, marks, score, passed) IN (0, 4))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX attempts_one_open ON attempts (learner_id, competency) WHERE submitted_at IS NULL;
CREATE INDEX attempts_newest ON attempts (learner_id, competency, started_at DESC);
CREATE INDEX attempts_edition ON attempts (edition_id);
COMMENT ON TABLE attempts IS 'One learner takes the quiz of one edition: what was drawn, each answer as it was given, and the marked submission. One row, so that an answer or a submission is one write.';
COMMENT ON COLUMN attempts.drawn IS 'The drawn questions in order, each with the order in which its parts are shown.';
COMMENT ON COLUMN attempts.seed IS 'What the draw was made from; the same seed draws the same again.';
COMMENT ON COLUMN attempts.answers IS 'By question: the answer and when it was saved.';
COMMENT ON COLUMN attempts.revision IS 'Counts saved answers; a submission is only written over the answers that it marked.';

CREATE FUNCTION refuse_change_after_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'attempt % was submitted: % refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change_after_submission IS 'A submitted attempt is evidence and never changes.';
CREATE TRIGGER attempts_submitted_is_final BEFORE UPDATE ON attempts FOR EACH ROW
    WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_change_after_submission();

CREATE TABLE masteries (
    learner_id uuid        NOT NULL,
    competency text        NOT NULL REFERENCES competencies,
    attempt_id uuid        NOT NULL,
    edition_id uuid        NOT NULL REFERENCES editions,
    earned_at  timestamptz NOT NULL,
    PRIMARY KEY (learner_id, competency),
    FOREIGN KEY (learner_id, attempt_id) REFERENCES attempts ON DELETE CASCADE
);
COMMENT ON TABLE masteries IS 'A competency that a learner has proven, with the attempt that proved it first. Never taken back by an edit of the course.';

CREATE TABLE standings (
    learner_id uuid  NOT NULL REFERENCES accounts ON DELETE CASCADE,
    level      level NOT NULL REFERENCES levels,
    mastered   jsonb NOT NULL,
    PRIMARY KEY (learner_id, level)
);
COMMENT ON TABLE standings IS 'Per learner and level the mastered competencies with their editions. Its row lock puts simultaneous passes in a line, so that exactly one of them completes the level.';

CREATE TABLE readings (
    learner_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    competency text        NOT NULL REFERENCES competencies,
    lesson     text        NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (learner_id, competency, lesson)
);
COMMENT ON TABLE readings IS 'The lessons that a learner said to have read; for the learner''s own orientation, never a proof.';
