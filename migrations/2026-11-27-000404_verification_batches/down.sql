DROP TABLE verification_lines;
DROP TABLE verification_batches;
