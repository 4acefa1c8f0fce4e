ALTER TABLE live_sessions DROP COLUMN revision;
