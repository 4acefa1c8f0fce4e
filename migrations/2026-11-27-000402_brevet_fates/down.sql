DROP TABLE renewals;
DROP TABLE replacements;
DROP TABLE revocations;
DROP TYPE revocation_reason;
