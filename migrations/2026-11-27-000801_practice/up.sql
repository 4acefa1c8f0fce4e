CREATE TABLE practice_cards (
    learner_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    competency text        NOT NULL REFERENCES competencies,
    question   text        NOT NULL,
    place      smallint    CHECK (place BETWEEN 1 AND 5),
    due        date,
    at         timestamptz NOT NULL,
    answered   jsonb,
    PRIMARY KEY (learner_id, competency, question),
    CHECK (num_nulls(place, due) IN (0, 2))
);
COMMENT ON TABLE practice_cards IS 'What a learner last did with a question that comes back for practice: answered it, kept it from a lesson, or put it away. For the learner alone; never a proof. A question that was missed in a quiz and not touched since has no row: it follows from the attempt.';
COMMENT ON COLUMN practice_cards.place IS 'The box in which it waits, by Leitner; none when it is not asked again, since it was learned or put away.';
COMMENT ON COLUMN practice_cards.due IS 'The day in Belgium from which it is asked again.';
COMMENT ON COLUMN practice_cards.at IS 'When the learner did this. A later mark in a quiz takes its place.';
COMMENT ON COLUMN practice_cards.answered IS 'The last answer in practice, what it earned, and when.';

CREATE TABLE practice_rounds (
    learner_id uuid        PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    begun_at   timestamptz NOT NULL,
    cards      jsonb       NOT NULL
);
COMMENT ON TABLE practice_rounds IS 'The newest round of practice of a learner: up to ten questions, in the order in which they are asked.';
