-- The last reading of a backend is kept, so that functions over one row share it.
CREATE TABLE letters AS
SELECT n, repeat(format('"We vote at noon," Dana Whitcomb said on day %s. ', n), 40) AS body
FROM generate_series(1, 3) n;
CREATE VIEW readings AS
SELECT count(*) AS kept, coalesce(sum(total_bytes), 0) <= 9 * 1024 * 1024 AS is_bounded
FROM pg_backend_memory_contexts WHERE name = 'newsext article';

SELECT count(*) FROM news_quotes('');
SELECT * FROM readings;

-- The same text gives the same rows, whichever function came before.
SELECT count(*) AS differences FROM (
	SELECT n, q FROM letters, news_quotes(body) q
	EXCEPT
	SELECT a.n, q FROM letters a, letters b, news_quotes(a.body) q, news_sentences(b.body) s
) d;
SELECT bool_and(a = b) AS is_same FROM letters,
	LATERAL (SELECT array(SELECT s FROM news_sentences(body) s)) x(a),
	LATERAL (SELECT array(SELECT s FROM news_sentences(body || '') s)) y(b);
SELECT * FROM readings;

-- A text of another length, and one that differs in its last byte only.
SELECT count(*) = 2 AS differ FROM (VALUES ('One day.'), ('One day?')) v(body), news_sentences(body);
SELECT content FROM (VALUES ('One day.'), ('One day?')) v(body), news_sentences(body);

-- Generated columns, an index, a cursor that is left early.
CREATE TABLE kept_letters (body text,
	speakers text[] GENERATED ALWAYS AS (news_speaker_names(body)) STORED,
	entities text[] GENERATED ALWAYS AS (news_entity_names(body)) STORED);
INSERT INTO kept_letters SELECT body FROM letters;
CREATE INDEX ON kept_letters USING gin (news_entity_names(body, 'person'));
SELECT count(*) FROM kept_letters WHERE speakers = news_speaker_names(body);
BEGIN;
DECLARE tokens CURSOR FOR SELECT form FROM letters, news_tokens(body) ORDER BY n, token_no;
FETCH 2 FROM tokens;
CLOSE tokens;
COMMIT;
SELECT content FROM news_sentences('One day. Two days. Three days.') LIMIT 1;

-- An error half-way leaves nothing broken.
CREATE FUNCTION read_too_much() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM count(*) FROM news_quotes(repeat(' ', 67108865));
	RETURN 'read';
EXCEPTION WHEN program_limit_exceeded THEN
	RETURN 'refused';
END $$;
SELECT read_too_much(), count(*) FROM letters, news_sentences(body);
SELECT 1 / (sentence_no - 2) FROM news_sentences('One day. Two days. Three days.');
SELECT count(*) FROM news_sentences('One day. Two days. Three days.');
BEGIN;
SAVEPOINT inside;
SELECT count(*) FROM news_sentences('Four days. Five days.') WHERE 1 / (sentence_no - 1) > 0;
ROLLBACK TO inside;
SELECT count(*) FROM news_sentences('Four days. Five days.');
COMMIT;
SELECT * FROM readings;

-- A reading too large to be kept is gone when its function returns.
SELECT count(*) FROM news_sentences(repeat('One day. ', 50000));
SELECT * FROM readings;
SELECT count(*) FROM news_sentences(repeat('x', 9000000));
SELECT * FROM readings;

DROP FUNCTION read_too_much();
DROP VIEW readings;
DROP TABLE letters, kept_letters;
