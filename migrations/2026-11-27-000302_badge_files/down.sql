DROP TABLE badge_files;
