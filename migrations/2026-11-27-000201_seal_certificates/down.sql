DROP TABLE seal_withdrawals;
DROP TABLE seal_certificates;
DROP TYPE seal_certificate_use;
