DROP TABLE glossary_terms;
DROP TABLE editions;
DROP FUNCTION refuse_change;
