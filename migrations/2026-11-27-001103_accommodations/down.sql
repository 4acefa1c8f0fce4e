DROP TABLE accommodations;
DROP TYPE extra_time;
