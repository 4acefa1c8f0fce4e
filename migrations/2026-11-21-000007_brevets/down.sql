DROP TABLE brevet_files;
DROP TABLE brevets;
