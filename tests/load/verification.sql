\set n random(1, 5000)
SELECT learner_id, id, number, level, holder, language, grounds, awarded_at, valid_until FROM brevets WHERE number = (SELECT number FROM load_numbers WHERE n = :n) LIMIT 1;
