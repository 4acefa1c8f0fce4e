DROP TABLE competencies;
DROP TABLE levels;
DROP TYPE level;
