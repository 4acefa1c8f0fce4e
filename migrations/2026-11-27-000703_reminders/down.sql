DROP INDEX brevets_ending;
ALTER TABLE mails DROP COLUMN stop_address;
DROP TABLE reminders;
ALTER TABLE accounts DROP COLUMN reminders;
