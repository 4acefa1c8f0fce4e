ALTER TABLE glossary_terms ADD COLUMN forms jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN glossary_terms.forms IS 'Other forms of the name, by language, that lessons use: plurals and inflections.';
