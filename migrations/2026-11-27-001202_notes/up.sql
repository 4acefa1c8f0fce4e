CREATE TABLE bookmarks (
    learner_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    competency text        NOT NULL REFERENCES competencies,
    lesson     text        NOT NULL,
    edition_id uuid        NOT NULL REFERENCES editions,
    set_at     timestamptz NOT NULL,
    PRIMARY KEY (learner_id, competency, lesson)
);
COMMENT ON TABLE bookmarks IS 'A lesson to which a learner wants to find back.';
COMMENT ON COLUMN bookmarks.edition_id IS 'The edition in which the learner saw the lesson: it still has the title when the lesson leaves the course.';

CREATE TABLE notes (
    learner_id uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    competency text        NOT NULL REFERENCES competencies,
    lesson     text        NOT NULL,
    edition_id uuid        NOT NULL REFERENCES editions,
    text       text        NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
    revision   uuid        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, competency, lesson)
);
COMMENT ON TABLE notes IS 'What a learner wrote down at a lesson, for nobody else to read.';
COMMENT ON COLUMN notes.edition_id IS 'The edition at which it was written: it still has the title when the lesson leaves the course.';
COMMENT ON COLUMN notes.revision IS 'Names this text of the note; each change makes a new one, so that a change on another device is noticed.';

CREATE TABLE earlier_notes (
    learner_id  uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    revision    uuid        NOT NULL,
    competency  text        NOT NULL REFERENCES competencies,
    lesson      text        NOT NULL,
    edition_id  uuid        NOT NULL REFERENCES editions,
    text        text        NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
    written_at  timestamptz NOT NULL,
    replaced_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, revision)
);
COMMENT ON TABLE earlier_notes IS 'A text of a note that was deleted, or in whose place one from another device came. Can be put back for 30 days.';
CREATE INDEX earlier_notes_ended ON earlier_notes (replaced_at);
