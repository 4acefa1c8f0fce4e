ALTER TABLE glossary_terms DROP COLUMN forms;
