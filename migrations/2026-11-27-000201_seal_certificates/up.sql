CREATE TYPE seal_certificate_use AS ENUM ('seal', 'issuer', 'timestamp');
CREATE TABLE seal_certificates (
    fingerprint bytea                PRIMARY KEY CHECK (fingerprint = sha256(der)),
    der         bytea                NOT NULL,
    used_as     seal_certificate_use NOT NULL,
    known_since timestamptz          NOT NULL
);
COMMENT ON TABLE seal_certificates IS 'Every certificate that was ever put into a seal, so that brevets stay verifiable when the key is another one. Public; no private key is ever in the database.';
COMMENT ON COLUMN seal_certificates.used_as IS 'seal: of a key that sealed. issuer: above one. timestamp: in a timestamp.';

CREATE TABLE seal_withdrawals (
    fingerprint  bytea       PRIMARY KEY REFERENCES seal_certificates,
    withdrawn_at timestamptz NOT NULL,
    reason       text        NOT NULL CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE seal_withdrawals IS 'Certificates whose key may be in wrong hands: a seal alone proves nothing any more. Brevets in the register stay what they are.';

CREATE TRIGGER seal_certificates_append_only BEFORE UPDATE OR DELETE ON seal_certificates FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_certificates_keep BEFORE TRUNCATE ON seal_certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_withdrawals_append_only BEFORE UPDATE OR DELETE ON seal_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_withdrawals_keep BEFORE TRUNCATE ON seal_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
