//! The tables as diesel sees them; `tests/it/migrations.rs` holds this file against the migrated database.

pub mod sql_types {
    use diesel::{query_builder::QueryId, sql_types::SqlType};

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "language"))]
    pub struct Language;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "role"))]
    pub struct Role;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "session_kind"))]
    pub struct SessionKind;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "level"))]
    pub struct Level;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "job_kind"))]
    pub struct JobKind;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "mail_state"))]
    pub struct MailState;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "search_kind"))]
    pub struct SearchKind;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "tsvector", schema = "pg_catalog"))]
    pub struct TsVector;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "revocation_reason"))]
    pub struct RevocationReason;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "extra_time"))]
    pub struct ExtraTime;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "seal_certificate_use"))]
    pub struct SealCertificateUse;

    #[derive(QueryId, Clone, SqlType)]
    #[diesel(postgres_type(name = "registration_state"))]
    pub struct RegistrationState;
}

diesel::table! {
    use diesel::sql_types::{Bool, Text, Timestamptz, Uuid};
    use super::sql_types::{Language, Role};

    accounts (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        language -> Language,
        role -> Role,
        password_hash -> Text,
        registered_at -> Timestamptz,
        reminders -> Bool,
        digests -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Text, Timestamptz};
    use super::sql_types::Language;

    registrations (token_hash) {
        token_hash -> Bytea,
        email -> Text,
        name -> Text,
        language -> Language,
        password_hash -> Text,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Timestamptz, Uuid};

    password_resets (token_hash) {
        token_hash -> Bytea,
        account_id -> Uuid,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Nullable, Timestamptz, Uuid};
    use super::sql_types::SessionKind;

    sessions (id) {
        id -> Uuid,
        account_id -> Uuid,
        kind -> SessionKind,
        token_hash -> Nullable<Bytea>,
        opened_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Nullable, Timestamptz, Uuid};

    refresh_tokens (token_hash) {
        token_hash -> Bytea,
        session_id -> Uuid,
        issued_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        replaced_by -> Nullable<Bytea>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Timestamptz};

    used_links (token_hash) {
        token_hash -> Bytea,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Timestamptz};

    throttles (key) {
        key -> Text,
        failures -> Integer,
        last_at -> Timestamptz,
        blocked_until -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Jsonb, Nullable};
    use super::sql_types::Level;

    levels (code) {
        code -> Level,
        names -> Jsonb,
        requires -> Nullable<Level>,
        pass_mark -> Integer,
        validity_months -> Nullable<Integer>,
        renewal -> Nullable<Jsonb>,
        retakes -> Nullable<Jsonb>,
        live_sessions -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Jsonb, Text};
    use super::sql_types::Level;

    competencies (code) {
        code -> Text,
        level -> Level,
        position -> Integer,
        names -> Jsonb,
        proof -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Integer, Jsonb, Text, Timestamptz, Uuid};

    editions (id) {
        id -> Uuid,
        competency -> Text,
        number -> Integer,
        content_hash -> Bytea,
        content -> Jsonb,
        published_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Jsonb, Text};

    glossary_terms (id) {
        id -> Text,
        names -> Jsonb,
        explanations -> Jsonb,
        forms -> Jsonb,
    }
}

diesel::table! {
    use diesel::sql_types::{Array, BigInt, Bool, Double, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::{Language, Level};

    attempts (learner_id, id) {
        learner_id -> Uuid,
        id -> Uuid,
        competency -> Nullable<Text>,
        edition_id -> Nullable<Uuid>,
        language -> Language,
        drawn -> Jsonb,
        seed -> BigInt,
        pass_mark -> Integer,
        started_at -> Timestamptz,
        answers -> Jsonb,
        revision -> Integer,
        submitted_at -> Nullable<Timestamptz>,
        marks -> Nullable<Jsonb>,
        score -> Nullable<Double>,
        passed -> Nullable<Bool>,
        refreshes -> Nullable<Level>,
        edition_ids -> Nullable<Array<Uuid>>,
        ends_at -> Nullable<Timestamptz>,
        paused_at -> Nullable<Timestamptz>,
        break_seconds -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Timestamptz, Uuid};
    use super::sql_types::ExtraTime;

    accommodations (learner_id, granted_at) {
        learner_id -> Uuid,
        granted_at -> Timestamptz,
        extra_time -> ExtraTime,
        break_minutes -> Integer,
        waits_waived -> Bool,
        granted_by -> Uuid,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    masteries (learner_id, competency) {
        learner_id -> Uuid,
        competency -> Text,
        attempt_id -> Uuid,
        edition_id -> Uuid,
        earned_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Array, Jsonb, Uuid};
    use super::sql_types::Level;

    standings (learner_id, level) {
        learner_id -> Uuid,
        level -> Level,
        mastered -> Jsonb,
        attended -> Array<Uuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    readings (learner_id, competency, lesson) {
        learner_id -> Uuid,
        competency -> Text,
        lesson -> Text,
        read_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid};

    practice_cards (learner_id, competency, question) {
        learner_id -> Uuid,
        competency -> Text,
        question -> Text,
        place -> Nullable<SmallInt>,
        due -> Nullable<Date>,
        at -> Timestamptz,
        answered -> Nullable<Jsonb>,
    }
}

diesel::table! {
    use diesel::sql_types::{Jsonb, Timestamptz, Uuid};

    practice_rounds (learner_id) {
        learner_id -> Uuid,
        begun_at -> Timestamptz,
        cards -> Jsonb,
    }
}

diesel::table! {
    use diesel::sql_types::{Double, Integer, Text, Uuid};

    question_difficulties (edition_id, question) {
        edition_id -> Uuid,
        question -> Text,
        logits -> Double,
        answers -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Jsonb, Nullable, Timestamptz, Uuid};
    use super::sql_types::{Language, Level};

    placements (learner_id, id) {
        learner_id -> Uuid,
        id -> Uuid,
        level -> Level,
        language -> Language,
        seed -> BigInt,
        started_at -> Timestamptz,
        subjects -> Jsonb,
        steps -> Jsonb,
        verdicts -> Jsonb,
        revision -> Integer,
        finished_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use diesel::sql_types::{Timestamptz, Uuid};
    use super::sql_types::Level;

    placement_declines (learner_id, level) {
        learner_id -> Uuid,
        level -> Level,
        declined_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Timestamptz, Uuid};

    visits (account_id) {
        account_id -> Uuid,
        visited_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Date, Timestamptz, Uuid};
    use super::sql_types::Level;

    digests (learner_id, week) {
        learner_id -> Uuid,
        week -> Date,
        level -> Level,
        token_hash -> Bytea,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    bookmarks (learner_id, competency, lesson) {
        learner_id -> Uuid,
        competency -> Text,
        lesson -> Text,
        edition_id -> Uuid,
        set_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    notes (learner_id, competency, lesson) {
        learner_id -> Uuid,
        competency -> Text,
        lesson -> Text,
        edition_id -> Uuid,
        text -> Text,
        revision -> Uuid,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    earlier_notes (learner_id, revision) {
        learner_id -> Uuid,
        revision -> Uuid,
        competency -> Text,
        lesson -> Text,
        edition_id -> Uuid,
        text -> Text,
        written_at -> Timestamptz,
        replaced_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::JobKind;

    jobs (id) {
        id -> Uuid,
        kind -> JobKind,
        subject_id -> Uuid,
        created_at -> Timestamptz,
        due_at -> Timestamptz,
        tries -> Integer,
        last_error -> Nullable<Text>,
        finished_at -> Nullable<Timestamptz>,
        unhurried -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::{Language, MailState};

    mails (id) {
        id -> Uuid,
        recipient -> Text,
        language -> Language,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        state -> MailState,
        written_at -> Timestamptz,
        stop_address -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::{Language, Level};

    brevets (learner_id, id) {
        learner_id -> Uuid,
        id -> Uuid,
        number -> Text,
        level -> Level,
        period -> Integer,
        holder -> Text,
        language -> Language,
        grounds -> Jsonb,
        awarded_at -> Timestamptz,
        valid_until -> Nullable<Date>,
        issue -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Jsonb, Nullable, Timestamptz, Uuid};

    brevet_files (brevet_id) {
        brevet_id -> Uuid,
        bytes -> Bytea,
        sha256 -> Bytea,
        seal_certificate -> Bytea,
        sealed_at -> Timestamptz,
        printed -> Nullable<Jsonb>,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::RevocationReason;

    revocations (learner_id, brevet_id) {
        learner_id -> Uuid,
        brevet_id -> Uuid,
        reason -> RevocationReason,
        note -> Nullable<Text>,
        revoked_by -> Uuid,
        revoked_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid};

    replacements (learner_id, brevet_id) {
        learner_id -> Uuid,
        brevet_id -> Uuid,
        replacing_id -> Uuid,
        note -> Nullable<Text>,
        replaced_by -> Uuid,
        replaced_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Timestamptz, Uuid};

    renewals (learner_id, brevet_id) {
        learner_id -> Uuid,
        brevet_id -> Uuid,
        renewing_id -> Uuid,
        attempt_id -> Uuid,
        renewed_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Integer, Timestamptz, Uuid};
    use super::sql_types::Level;

    reminders (learner_id, level, period, days_before) {
        learner_id -> Uuid,
        level -> Level,
        period -> Integer,
        days_before -> Integer,
        token_hash -> Bytea,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Timestamptz, Uuid};

    verification_batches (id) {
        id -> Uuid,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        total -> Integer,
        checked -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    badges (brevet_id) {
        brevet_id -> Uuid,
        status_list -> Integer,
        status_index -> Integer,
        jwt -> Text,
        sha256 -> Bytea,
        issued_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Jsonb, Nullable, Text, Uuid};

    verification_lines (batch_id, position) {
        batch_id -> Uuid,
        position -> Integer,
        given -> Text,
        name -> Nullable<Text>,
        found -> Nullable<Jsonb>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Timestamptz};
    use super::sql_types::SealCertificateUse;

    seal_certificates (fingerprint) {
        fingerprint -> Bytea,
        der -> Bytea,
        used_as -> SealCertificateUse,
        known_since -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bytea, Text, Timestamptz};

    seal_withdrawals (fingerprint) {
        fingerprint -> Bytea,
        withdrawn_at -> Timestamptz,
        reason -> Text,
    }
}

diesel::joinable!(seal_withdrawals -> seal_certificates (fingerprint));

diesel::table! {
    use diesel::sql_types::*;

    badge_files (brevet_id) {
        brevet_id -> Uuid,
        bytes -> Bytea,
        sha256 -> Bytea,
        seal_certificate -> Bytea,
        sealed_at -> Timestamptz,
    }
}

diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(password_resets -> accounts (account_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(competencies -> levels (level));

diesel::allow_tables_to_appear_in_same_query!(accounts, attempts, password_resets, refresh_tokens, sessions);
diesel::allow_tables_to_appear_in_same_query!(accommodations, accounts);
diesel::allow_tables_to_appear_in_same_query!(competencies, levels);
diesel::allow_tables_to_appear_in_same_query!(
    attempts,
    brevet_files,
    brevets,
    editions,
    masteries,
    renewals,
    replacements,
    revocations
);
diesel::allow_tables_to_appear_in_same_query!(badges, replacements);
diesel::allow_tables_to_appear_in_same_query!(badges, revocations);

diesel::table! {
    use diesel::sql_types::{Int4, Text};
    use super::sql_types::Language;

    search_words (language, word) {
        language -> Language,
        word -> Text,
        times -> Int4,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use super::sql_types::{Language, SearchKind, TsVector};

    search_texts (language, kind, place) {
        language -> Language,
        kind -> SearchKind,
        place -> Text,
        title -> Text,
        body -> Text,
        folded_title -> Text,
        folded_body -> Text,
        words -> TsVector,
        loose -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(seal_certificates, seal_withdrawals);

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text, Timestamptz, Uuid};
    use super::sql_types::{Language, Level};

    live_sessions (id) {
        id -> Uuid,
        level -> Level,
        title -> Text,
        language -> Language,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        place -> Nullable<Text>,
        link -> Nullable<Text>,
        capacity -> Integer,
        closes_at -> Timestamptz,
        trainer_id -> Nullable<Uuid>,
        created_by -> Uuid,
        created_at -> Timestamptz,
        taken -> Integer,
        waiting -> Integer,
        revision -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamptz, Uuid};

    live_session_cancellations (session_id) {
        session_id -> Uuid,
        reason -> Text,
        cancelled_by -> Uuid,
        cancelled_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Timestamptz, Uuid};
    use super::sql_types::RegistrationState;

    live_session_registrations (learner_id, session_id) {
        learner_id -> Uuid,
        session_id -> Uuid,
        state -> RegistrationState,
        turn -> Integer,
        registered_at -> Timestamptz,
        seated_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Timestamptz, Uuid};

    live_session_reminders (learner_id, session_id, day) {
        learner_id -> Uuid,
        session_id -> Uuid,
        day -> Date,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Timestamptz, Uuid};

    attendances (learner_id, session_id, revision) {
        learner_id -> Uuid,
        session_id -> Uuid,
        revision -> Integer,
        present -> Bool,
        recorded_by -> Uuid,
        recorded_at -> Timestamptz,
    }
}

diesel::joinable!(live_sessions -> accounts (trainer_id));
diesel::joinable!(live_session_cancellations -> live_sessions (session_id));
diesel::joinable!(live_session_registrations -> live_sessions (session_id));
diesel::joinable!(live_session_registrations -> accounts (learner_id));

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    attendances,
    live_session_cancellations,
    live_session_registrations,
    live_session_reminders,
    live_sessions
);
