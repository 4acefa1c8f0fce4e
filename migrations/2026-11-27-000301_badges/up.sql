CREATE TABLE badges (
    brevet_id    uuid        PRIMARY KEY REFERENCES brevets (id),
    status_list  integer     NOT NULL CHECK (status_list > 0),
    status_index integer     NOT NULL CHECK (status_index BETWEEN 0 AND 131071),
    jwt          text        NOT NULL,
    sha256       bytea       NOT NULL UNIQUE CHECK (sha256 = sha256(convert_to(jwt, 'UTF8'))),
    issued_at    timestamptz NOT NULL,
    UNIQUE (status_list, status_index)
);
COMMENT ON TABLE badges IS 'The Open Badge of a brevet, signed once, when it was first asked for.';
COMMENT ON COLUMN badges.status_index IS 'Its place in the published list of revocations, told by chance.';

CREATE TRIGGER badges_append_only BEFORE UPDATE OR DELETE ON badges FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER badges_keep BEFORE TRUNCATE ON badges FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
