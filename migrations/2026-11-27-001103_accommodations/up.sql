CREATE TYPE extra_time AS ENUM ('none', 'quarter', 'half', 'double', 'unlimited');
CREATE TABLE accommodations (
    learner_id    uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    granted_at    timestamptz NOT NULL,
    extra_time    extra_time  NOT NULL,
    break_minutes integer     NOT NULL CHECK (break_minutes BETWEEN 0 AND 120),
    waits_waived  boolean     NOT NULL,
    granted_by    uuid        NOT NULL,
    PRIMARY KEY (learner_id, granted_at)
);
COMMENT ON TABLE accommodations IS 'What an administrator granted to a learner for quizzes, a row for each decision; the newest holds. Never why: that is sensitive, and nobody is asked. Gone with the account.';
COMMENT ON COLUMN accommodations.extra_time IS 'How much longer a quiz with a time limit may take.';
COMMENT ON COLUMN accommodations.break_minutes IS 'How long breaks may be in one attempt, in all.';
COMMENT ON COLUMN accommodations.waits_waived IS 'Whether failed attempts are followed by no wait.';
COMMENT ON COLUMN accommodations.granted_by IS 'The account of who decided. No foreign key, so that the decision outlives it.';
CREATE TRIGGER accommodations_final BEFORE UPDATE ON accommodations FOR EACH ROW EXECUTE FUNCTION refuse_change();
