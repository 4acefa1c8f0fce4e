DROP TABLE throttles;
DROP TABLE refresh_tokens;
DROP TABLE sessions;
DROP TYPE session_kind;
