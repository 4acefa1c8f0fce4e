ALTER TABLE levels DROP COLUMN renewal;
