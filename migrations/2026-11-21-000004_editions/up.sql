CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change IS 'Trigger of the tables whose rows never change once written.';

CREATE TABLE editions (
    id           uuid        PRIMARY KEY,
    competency   text        NOT NULL REFERENCES competencies,
    number       integer     NOT NULL CHECK (number > 0),
    content_hash bytea       NOT NULL CHECK (length(content_hash) = 32),
    content      jsonb       NOT NULL,
    published_at timestamptz NOT NULL,
    UNIQUE (competency, number)
);
COMMENT ON TABLE editions IS 'Published states of the modules: lessons, questions and scenarios in four languages. Never changed: attempts rest on them.';
CREATE TRIGGER editions_append_only BEFORE UPDATE OR DELETE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_keep BEFORE TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE glossary_terms (
    id           text  PRIMARY KEY,
    names        jsonb NOT NULL,
    explanations jsonb NOT NULL
);
COMMENT ON TABLE glossary_terms IS 'The terms of the course in plain words, imported from course-content/glossary.toml.';
