DROP TABLE placement_declines;
DROP TABLE placements;
DROP TABLE question_difficulties;
