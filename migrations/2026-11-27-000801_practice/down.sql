DROP TABLE practice_rounds;
DROP TABLE practice_cards;
