ALTER TABLE levels DROP COLUMN retakes;
