CREATE TABLE attendances (
    learner_id  uuid        NOT NULL REFERENCES accounts ON DELETE CASCADE,
    session_id  uuid        NOT NULL REFERENCES live_sessions,
    revision    integer     NOT NULL CHECK (revision > 0),
    present     boolean     NOT NULL,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, session_id, revision)
);
CREATE INDEX attendances_of_session ON attendances (session_id);
COMMENT ON TABLE attendances IS 'Whether a person was at a live session, as the trainer or an administrator recorded it. A correction is the next revision; the newest counts.';

ALTER TABLE standings ADD COLUMN attended uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN standings.attended IS 'The live sessions of the level at which the learner was. Here, so that the lock of the row puts attendances and passes in a line.';

ALTER TABLE levels ADD COLUMN live_sessions integer NOT NULL DEFAULT 0 CHECK (live_sessions BETWEEN 0 AND 20);
COMMENT ON COLUMN levels.live_sessions IS 'At how many live sessions a learner must have been for the first brevet of the level.';
