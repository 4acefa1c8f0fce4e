CREATE TABLE brevets (
    learner_id  uuid        NOT NULL,
    id          uuid        NOT NULL UNIQUE,
    number      text        NOT NULL UNIQUE CHECK (number ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    level       level       NOT NULL REFERENCES levels,
    period      integer     NOT NULL DEFAULT 1 CHECK (period > 0),
    holder      text        NOT NULL CHECK (btrim(holder) <> ''),
    language    language    NOT NULL,
    grounds     jsonb       NOT NULL,
    awarded_at  timestamptz NOT NULL,
    valid_until date,
    PRIMARY KEY (learner_id, id),
    UNIQUE (learner_id, level, period)
);
COMMENT ON TABLE brevets IS 'Awarded brevets. Never changed and never deleted; what happens to one later is a row elsewhere. No foreign key to the account, so that the proof outlives it.';
COMMENT ON COLUMN brevets.number IS 'What is printed and checked: 15 random characters and a check character, Crockford base 32.';
COMMENT ON COLUMN brevets.period IS '1 for the first brevet of the level, one more for each renewal.';
COMMENT ON COLUMN brevets.grounds IS 'The competencies it rests on, each with the edition in which it was proven.';

CREATE TABLE brevet_files (
    brevet_id        uuid        PRIMARY KEY REFERENCES brevets (id),
    bytes            bytea       NOT NULL,
    sha256           bytea       NOT NULL UNIQUE CHECK (sha256 = sha256(bytes)),
    seal_certificate bytea       NOT NULL CHECK (length(seal_certificate) = 32),
    sealed_at        timestamptz NOT NULL
);
COMMENT ON TABLE brevet_files IS 'The sealed PDF of a brevet, stored once.';
COMMENT ON COLUMN brevet_files.seal_certificate IS 'SHA-256 of the certificate it was sealed with.';

CREATE TRIGGER brevets_append_only BEFORE UPDATE OR DELETE ON brevets FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER brevets_keep BEFORE TRUNCATE ON brevets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER brevet_files_append_only BEFORE UPDATE OR DELETE ON brevet_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER brevet_files_keep BEFORE TRUNCATE ON brevet_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
