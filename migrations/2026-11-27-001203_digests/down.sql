DROP TABLE digests;
DROP TABLE visits;
ALTER TABLE accounts DROP COLUMN digests;
