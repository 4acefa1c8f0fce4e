-- Not of the rows that are there: they may lack a reason, and nobody may change them.
ALTER TABLE replacements ADD CONSTRAINT replacements_note_given CHECK (note IS NOT NULL) NOT VALID;
COMMENT ON COLUMN replacements.note IS 'Why, for administrators. Missing only where it was replaced before a reason was asked for.';
