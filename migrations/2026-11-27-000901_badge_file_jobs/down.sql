-- PostgreSQL takes no value out of a type: the type is made anew without it.
DELETE FROM jobs WHERE kind = 'sealBadgeFile';
DROP INDEX jobs_due;
ALTER TABLE jobs DROP CONSTRAINT jobs_kind_subject_id_key;
ALTER TABLE jobs ALTER COLUMN kind TYPE text;
DO $$
DECLARE kept text;
BEGIN
    SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) INTO kept
        FROM pg_enum WHERE enumtypid = 'job_kind'::regtype AND enumlabel <> 'sealBadgeFile';
    DROP TYPE job_kind;
    EXECUTE 'CREATE TYPE job_kind AS ENUM (' || kept || ')';
END $$;
ALTER TABLE jobs ALTER COLUMN kind TYPE job_kind USING kind::job_kind;
ALTER TABLE jobs ADD UNIQUE (kind, subject_id);
CREATE INDEX jobs_due ON jobs (kind, due_at) WHERE finished_at IS NULL;
