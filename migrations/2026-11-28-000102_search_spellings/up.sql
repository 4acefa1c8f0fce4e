-- Empty until the next import, which writes all of them anew.
ALTER TABLE search_texts ADD COLUMN loose text NOT NULL DEFAULT '';
COMMENT ON COLUMN search_texts.loose IS 'Title and body folded, with two letters for a German umlaut, without what only joins the parts of a word, one space around each word.';
CREATE TABLE search_words (
    language language NOT NULL,
    word     text     NOT NULL,
    times    integer  NOT NULL CHECK (times > 0),
    PRIMARY KEY (language, word)
);
COMMENT ON TABLE search_words IS 'The words of what can be found, each as it is mostly written: against them a question with a typing error is held. Written anew by each import.';
COMMENT ON COLUMN search_words.times IS 'How often it stands there.';
