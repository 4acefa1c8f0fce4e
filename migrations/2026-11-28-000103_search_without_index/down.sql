CREATE INDEX search_texts_words ON search_texts USING gin (words);
