CREATE TYPE revocation_reason AS ENUM ('issuedInError', 'rulesBroken', 'holderAsked', 'other');
CREATE TABLE revocations (
    learner_id uuid              NOT NULL,
    brevet_id  uuid              NOT NULL,
    reason     revocation_reason NOT NULL,
    note       text              CHECK (btrim(note) <> '' AND length(note) <= 500),
    revoked_by uuid              NOT NULL,
    revoked_at timestamptz       NOT NULL,
    PRIMARY KEY (learner_id, brevet_id),
    FOREIGN KEY (learner_id, brevet_id) REFERENCES brevets (learner_id, id),
    CHECK (reason <> 'other' OR note IS NOT NULL)
);
COMMENT ON TABLE revocations IS 'Brevets that an administrator took back, for good. No foreign key to the account of who did it, so that the fact outlives it.';
COMMENT ON COLUMN revocations.reason IS 'Told to whoever verifies the brevet.';
COMMENT ON COLUMN revocations.note IS 'Told to the holder and to administrators, never in public.';

CREATE TABLE replacements (
    learner_id   uuid        NOT NULL,
    brevet_id    uuid        NOT NULL,
    replacing_id uuid        NOT NULL UNIQUE,
    note         text        CHECK (btrim(note) <> '' AND length(note) <= 500),
    replaced_by  uuid        NOT NULL,
    replaced_at  timestamptz NOT NULL,
    PRIMARY KEY (learner_id, brevet_id),
    FOREIGN KEY (learner_id, brevet_id) REFERENCES brevets (learner_id, id),
    FOREIGN KEY (learner_id, replacing_id) REFERENCES brevets (learner_id, id),
    CHECK (brevet_id <> replacing_id)
);
COMMENT ON TABLE replacements IS 'Brevets that an administrator replaced by another with the corrected name, of the same level and period.';
COMMENT ON COLUMN replacements.replaced_by IS 'The account of who did it.';
COMMENT ON COLUMN replacements.note IS 'Why, for administrators.';

CREATE TABLE renewals (
    learner_id  uuid        NOT NULL,
    brevet_id   uuid        NOT NULL,
    renewing_id uuid        NOT NULL UNIQUE,
    attempt_id  uuid        NOT NULL,
    renewed_at  timestamptz NOT NULL,
    PRIMARY KEY (learner_id, brevet_id),
    FOREIGN KEY (learner_id, brevet_id) REFERENCES brevets (learner_id, id),
    FOREIGN KEY (learner_id, renewing_id) REFERENCES brevets (learner_id, id),
    CHECK (brevet_id <> renewing_id)
);
COMMENT ON TABLE renewals IS 'Brevets that were renewed for the next period by passing a refresher. The old one stays what it is until its last day.';
COMMENT ON COLUMN renewals.attempt_id IS 'The refresher that was passed. No foreign key, so that the proof outlives the learner''s attempts.';

CREATE TRIGGER revocations_append_only BEFORE UPDATE OR DELETE ON revocations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revocations_keep BEFORE TRUNCATE ON revocations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER replacements_append_only BEFORE UPDATE OR DELETE ON replacements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER replacements_keep BEFORE TRUNCATE ON replacements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewals_append_only BEFORE UPDATE OR DELETE ON renewals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewals_keep BEFORE TRUNCATE ON renewals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
