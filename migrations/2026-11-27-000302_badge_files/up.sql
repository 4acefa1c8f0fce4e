CREATE TABLE badge_files (
    brevet_id        uuid        PRIMARY KEY REFERENCES badges (brevet_id),
    bytes            bytea       NOT NULL,
    sha256           bytea       NOT NULL UNIQUE CHECK (sha256 = sha256(bytes)),
    seal_certificate bytea       NOT NULL CHECK (length(seal_certificate) = 32),
    sealed_at        timestamptz NOT NULL
);
COMMENT ON TABLE badge_files IS 'The sealed PDF of a brevet with its badge inside, stored once, when the holder first asked for it. The register knows it as it knows brevet_files.';
COMMENT ON COLUMN badge_files.seal_certificate IS 'SHA-256 of the certificate it was sealed with.';

CREATE TRIGGER badge_files_append_only BEFORE UPDATE OR DELETE ON badge_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER badge_files_keep BEFORE TRUNCATE ON badge_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
