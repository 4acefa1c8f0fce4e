ALTER TABLE live_sessions ADD COLUMN waiting integer NOT NULL DEFAULT 0;
UPDATE live_sessions AS s SET waiting =
    (SELECT count(*) FROM live_session_registrations AS r WHERE r.session_id = s.id AND r.state = 'waiting');
ALTER TABLE live_sessions ADD CONSTRAINT live_sessions_line_has_an_end CHECK (waiting BETWEEN 0 AND 100);
COMMENT ON COLUMN live_sessions.waiting IS 'How many people wait, counted by the trigger that counts the seats taken. The service lets as many wait as there are seats, 10 at least and 100 at most.';

-- In a trigger NEW is null of what is deleted, and OLD of what is inserted.
CREATE OR REPLACE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE live_sessions SET
        taken = taken + coalesce((NEW.state = 'seated')::int, 0) - coalesce((OLD.state = 'seated')::int, 0),
        waiting = waiting + coalesce((NEW.state = 'waiting')::int, 0) - coalesce((OLD.state = 'waiting')::int, 0)
    WHERE id = coalesce(NEW.session_id, OLD.session_id);
    RETURN NULL;
END $$;
