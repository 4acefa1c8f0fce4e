CREATE TABLE live_sessions (
    id         uuid        PRIMARY KEY,
    level      level       NOT NULL REFERENCES levels,
    title      text        NOT NULL CHECK (length(btrim(title)) BETWEEN 2 AND 120),
    language   language    NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    place      text        CHECK (length(btrim(place)) BETWEEN 1 AND 200),
    link       text        CHECK (link LIKE 'https://%' AND length(link) <= 500),
    capacity   integer     NOT NULL CHECK (capacity BETWEEN 1 AND 500),
    closes_at  timestamptz NOT NULL CHECK (closes_at <= starts_at),
    trainer_id uuid        REFERENCES accounts ON DELETE SET NULL,
    created_by uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    taken      integer     NOT NULL DEFAULT 0,
    CHECK (num_nonnulls(place, link) > 0),
    CONSTRAINT live_sessions_never_overbooked CHECK (taken BETWEEN 0 AND capacity)
);
CREATE INDEX live_sessions_coming ON live_sessions (ends_at, id);
COMMENT ON TABLE live_sessions IS 'A lesson of a level that a trainer gives to people who register, at a place or over a link.';
COMMENT ON COLUMN live_sessions.closes_at IS 'Until then people may register, and who waits moves up.';
COMMENT ON COLUMN live_sessions.taken IS 'How many seats are taken, counted by a trigger on live_session_registrations: the database itself refuses one too many.';
COMMENT ON COLUMN live_sessions.trainer_id IS 'Who gives it; empty when that account was erased.';
COMMENT ON COLUMN live_sessions.created_by IS 'No foreign key, so that the fact outlives the account.';

CREATE TABLE live_session_cancellations (
    session_id   uuid        PRIMARY KEY REFERENCES live_sessions,
    reason       text        NOT NULL CHECK (length(btrim(reason)) BETWEEN 1 AND 500),
    cancelled_by uuid        NOT NULL,
    cancelled_at timestamptz NOT NULL
);
COMMENT ON TABLE live_session_cancellations IS 'A live session that does not take place: why, who said so and when. It is final.';
CREATE TRIGGER live_session_cancellations_append_only BEFORE UPDATE OR DELETE ON live_session_cancellations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER live_session_cancellations_keep BEFORE TRUNCATE ON live_session_cancellations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE registration_state AS ENUM ('seated', 'waiting');
CREATE TABLE live_session_registrations (
    learner_id    uuid               NOT NULL REFERENCES accounts ON DELETE CASCADE,
    session_id    uuid               NOT NULL REFERENCES live_sessions,
    state         registration_state NOT NULL,
    turn          integer            NOT NULL CHECK (turn > 0),
    registered_at timestamptz        NOT NULL,
    PRIMARY KEY (learner_id, session_id),
    UNIQUE (session_id, turn)
);
COMMENT ON TABLE live_session_registrations IS 'A person who has a seat in a live session or waits for one. Deleted when the person withdraws.';
COMMENT ON COLUMN live_session_registrations.turn IS 'The order in which people registered, given under the lock of the session: who waits with the lowest moves up first.';

CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'seated' THEN
        UPDATE live_sessions SET taken = taken - 1 WHERE id = OLD.session_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'seated' THEN
        UPDATE live_sessions SET taken = taken + 1 WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER live_session_registrations_count AFTER INSERT OR UPDATE OR DELETE ON live_session_registrations FOR EACH ROW EXECUTE FUNCTION count_seats();
