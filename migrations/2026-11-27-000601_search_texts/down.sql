DROP TABLE search_texts;
DROP FUNCTION words_of;
DROP TYPE search_kind;
