DROP TABLE live_session_registrations;
DROP FUNCTION count_seats;
DROP TYPE registration_state;
DROP TABLE live_session_cancellations;
DROP TABLE live_sessions;
