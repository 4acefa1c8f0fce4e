CREATE TYPE search_kind AS ENUM ('module', 'lesson', 'term');
CREATE FUNCTION words_of(language, text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE $1
        WHEN 'nl' THEN to_tsvector('pg_catalog.dutch', $2)
        WHEN 'fr' THEN to_tsvector('pg_catalog.french', $2)
        WHEN 'de' THEN to_tsvector('pg_catalog.german', $2)
        ELSE to_tsvector('pg_catalog.english', $2)
    END;
CREATE TABLE search_texts (
    language     language    NOT NULL,
    kind         search_kind NOT NULL,
    place        text        NOT NULL,
    title        text        NOT NULL,
    body         text        NOT NULL,
    folded_title text        NOT NULL,
    folded_body  text        NOT NULL,
    words        tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(words_of(language, folded_title), 'A') || setweight(words_of(language, folded_body), 'D')
    ) STORED,
    PRIMARY KEY (language, kind, place)
);
CREATE INDEX search_texts_words ON search_texts USING gin (words);
COMMENT ON TABLE search_texts IS 'What can be found: the modules, lessons and terms that are taught now, in each language. Written anew by each import.';
COMMENT ON COLUMN search_texts.place IS 'The code of a module, code/slug of a lesson, the id of a term.';
COMMENT ON COLUMN search_texts.folded_title IS 'In lower case and without accents, as a question is asked.';
