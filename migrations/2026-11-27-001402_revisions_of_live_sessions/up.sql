ALTER TABLE live_sessions ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0);
COMMENT ON COLUMN live_sessions.revision IS 'How often it was changed: calendar programs take the file with the higher number (RFC 5545, SEQUENCE).';
