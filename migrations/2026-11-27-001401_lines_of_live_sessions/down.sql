CREATE OR REPLACE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'seated' THEN
        UPDATE live_sessions SET taken = taken - 1 WHERE id = OLD.session_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'seated' THEN
        UPDATE live_sessions SET taken = taken + 1 WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
ALTER TABLE live_sessions DROP COLUMN waiting;
