ALTER TABLE levels DROP COLUMN live_sessions;
ALTER TABLE standings DROP COLUMN attended;
DROP TABLE attendances;
