ALTER TABLE live_session_registrations ADD COLUMN seated_at timestamptz;
UPDATE live_session_registrations SET seated_at = registered_at WHERE state = 'seated';
ALTER TABLE live_session_registrations ADD CONSTRAINT live_session_registrations_seated_at CHECK ((state = 'seated') = (seated_at IS NOT NULL));
COMMENT ON COLUMN live_session_registrations.seated_at IS 'When the person got the seat, and a mail that says so: whoever got it the day before is not reminded that day.';

CREATE TABLE live_session_reminders (
    learner_id uuid        NOT NULL,
    session_id uuid        NOT NULL,
    day        date        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (learner_id, session_id, day),
    FOREIGN KEY (learner_id, session_id) REFERENCES live_session_registrations ON DELETE CASCADE
);
COMMENT ON TABLE live_session_reminders IS 'A mail to a person with a seat that a live session takes place on the next day, written in the transaction that put it into the outbox. Deleted with the registration.';
COMMENT ON COLUMN live_session_reminders.day IS 'The day of the session, in Belgium: when it is moved to another day, the person is reminded of that one.';
