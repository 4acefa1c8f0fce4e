DROP TABLE earlier_notes;
DROP TABLE notes;
DROP TABLE bookmarks;
