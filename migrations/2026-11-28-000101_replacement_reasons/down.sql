ALTER TABLE replacements DROP CONSTRAINT replacements_note_given;
COMMENT ON COLUMN replacements.note IS 'Why, for administrators.';
