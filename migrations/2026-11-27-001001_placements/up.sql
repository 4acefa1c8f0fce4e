CREATE TABLE question_difficulties (
    edition_id uuid             NOT NULL REFERENCES editions,
    question   text             NOT NULL,
    logits     double precision NOT NULL CHECK (logits BETWEEN -6 AND 6),
    answers    integer          NOT NULL DEFAULT 0 CHECK (answers >= 0),
    PRIMARY KEY (edition_id, question)
);
COMMENT ON TABLE question_difficulties IS 'How hard each question of an edition is, on the scale of the Rasch model. Written with the edition by its author''s word; a calibration may write over it. What a placement has asked keeps the difficulty that was taken then.';
COMMENT ON COLUMN question_difficulties.logits IS 'By its author''s word −1 (easy), 0 or 1 (hard).';
COMMENT ON COLUMN question_difficulties.answers IS 'How many answers it was calibrated on; 0 is the author''s word.';
INSERT INTO question_difficulties (edition_id, question, logits)
    SELECT editions.id, question ->> 'id', (question ->> 'difficulty')::integer - 2
    FROM editions, jsonb_array_elements(content -> 'questions') AS question;

CREATE TABLE placements (
    learner_id  uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id          uuid        NOT NULL,
    level       level       NOT NULL REFERENCES levels,
    language    language    NOT NULL,
    seed        bigint      NOT NULL,
    started_at  timestamptz NOT NULL,
    subjects    jsonb       NOT NULL,
    steps       jsonb       NOT NULL,
    verdicts    jsonb       NOT NULL,
    revision    integer     NOT NULL DEFAULT 0,
    finished_at timestamptz,
    PRIMARY KEY (learner_id, id)
);
CREATE UNIQUE INDEX placements_one_open ON placements (learner_id, level) WHERE finished_at IS NULL;
COMMENT ON TABLE placements IS 'A placement test: which lessons of a level a learner may skip. For the learner alone; never a proof. One row, so that an answer, what follows from it and the next question are one write.';
COMMENT ON COLUMN placements.subjects IS 'The competencies that are asked about in order: edition, cut and the questions that earlier placements asked.';
COMMENT ON COLUMN placements.steps IS 'The trace: each question with the difficulty it was taken to have, the answer, and the estimate after it. While it is open the last one waits for its answer.';
COMMENT ON COLUMN placements.verdicts IS 'By competency: proven, partly or to learn, and why asking stopped. None where nothing was found.';
COMMENT ON COLUMN placements.revision IS 'Counts what was written; an answer is only written over what it was given to.';

CREATE TABLE placement_declines (
    learner_id  uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    level       level       NOT NULL REFERENCES levels,
    declined_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, level)
);
COMMENT ON TABLE placement_declines IS 'A learner said no to the placement test of a level, so that it is not offered any more.';
