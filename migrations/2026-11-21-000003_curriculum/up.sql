CREATE TYPE level AS ENUM ('basic', 'expert');
CREATE TABLE levels (
    code            level   PRIMARY KEY,
    names           jsonb   NOT NULL,
    requires        level   REFERENCES levels,
    pass_mark       integer NOT NULL CHECK (pass_mark BETWEEN 1 AND 100),
    validity_months integer CHECK (validity_months > 0)
);
COMMENT ON TABLE levels IS 'The two levels of the programme, imported from course-content/curriculum.toml.';
COMMENT ON COLUMN levels.pass_mark IS 'Share of the points of a quiz, in percent, from which it is passed.';
COMMENT ON COLUMN levels.requires IS 'A valid brevet of this level must be held before a brevet of the level can be earned.';

CREATE TABLE competencies (
    code     text    PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
    level    level   NOT NULL REFERENCES levels,
    position integer NOT NULL,
    names    jsonb   NOT NULL,
    proof    text    NOT NULL CHECK (proof IN ('quiz', 'brevet')),
    UNIQUE (level, position)
);
COMMENT ON TABLE competencies IS 'What must be mastered for a level, in the order of the course.';
COMMENT ON COLUMN competencies.proof IS 'quiz: by passing the quiz of its module; brevet: by holding a valid brevet of the required level.';
