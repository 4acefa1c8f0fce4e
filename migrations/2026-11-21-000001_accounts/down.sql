DROP TABLE password_resets;
DROP TABLE registrations;
DROP TABLE accounts;
DROP TYPE role;
DROP TYPE language;
