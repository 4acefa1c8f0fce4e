DROP TABLE mails;
DROP TYPE mail_state;
DROP TABLE jobs;
DROP TYPE job_kind;
