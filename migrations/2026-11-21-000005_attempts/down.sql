DROP TABLE readings;
DROP TABLE standings;
DROP TABLE masteries;
DROP TABLE attempts;
DROP FUNCTION refuse_change_after_submission;
