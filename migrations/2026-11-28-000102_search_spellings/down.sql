DROP TABLE search_words;
ALTER TABLE search_texts DROP COLUMN loose;
