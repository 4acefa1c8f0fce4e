\set n random(0, :learners - 1)
\set m random(0, 10)
\set u :learners + :n
SELECT sessions.id, expires_at, accounts.id, name, role, language FROM sessions JOIN accounts ON accounts.id = account_id WHERE sessions.id = ('00020000-0000-7000-8000-' || lpad(to_hex((:u)::int), 12, '0'))::uuid AND kind = 'api' AND expires_at > now() LIMIT 1;
SELECT learner_id, id, competency, edition_id, language, drawn, pass_mark, started_at, answers, revision, submitted_at, marks, score, passed FROM attempts WHERE learner_id = ('00010000-0000-7000-8000-' || lpad(to_hex((:u)::int), 12, '0'))::uuid AND id = ('00050000-0000-7000-8000-' || lpad(to_hex(((:n)::int * 16 + (:m)::int)), 12, '0'))::uuid LIMIT 1;
UPDATE attempts SET answers = jsonb_set(answers, ARRAY['one-question'], '{"answer":{"option":"first-key"},"savedAt":"2026-11-21T12:00:00Z"}'), revision = revision + 1 WHERE submitted_at IS NULL AND learner_id = ('00010000-0000-7000-8000-' || lpad(to_hex((:u)::int), 12, '0'))::uuid AND id = ('00050000-0000-7000-8000-' || lpad(to_hex(((:n)::int * 16 + (:m)::int)), 12, '0'))::uuid;
