DROP TABLE live_session_reminders;
ALTER TABLE live_session_registrations DROP COLUMN seated_at;
