-- Texts that mean harm: an answer, in time that grows with the text.
\set QUIET 1
BEGIN;
SET statement_timeout = '60s';
SELECT plan(19);

CREATE FUNCTION seconds(body text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	began timestamptz := clock_timestamp();
BEGIN
	PERFORM count(*) FROM news_quotes(body);
	RETURN extract(epoch FROM clock_timestamp() - began);
END $$;

CREATE TABLE plain (body text);
INSERT INTO plain SELECT repeat(E'"We vote at noon," Dana Whitcomb said on Tuesday. The hall was full.\n\n', 14000);

CREATE TABLE hostile (name text, body text);
INSERT INTO hostile VALUES
	('100,000 straight quotation marks', repeat('" ', 100000)),
	('100,000 opening quotation marks', repeat(U&'\201C', 100000)),
	('100,000 quotation marks each with a word', repeat(U&'\201Ca ', 100000)),
	('100,000 single quotation marks', repeat(U&'\2018a ', 100000)),
	('100,000 paragraphs that open and do not close', repeat(E'"We began at dawn.\n\n', 100000)),
	('one line of 1 MB', repeat('word ', 200000)),
	('one word of 1 MB', repeat('x', 1000000)),
	('1 MB of line ends', repeat(E'\n', 1000000)),
	('1 MB of capitals', repeat('Dana Whitcomb ', 70000)),
	('1 MB of cues', repeat('said that he said ', 56000)),
	('1 MB of full stops', repeat('.', 1000000)),
	('1 MB of dashes and colons', repeat('- : ', 250000)),
	('1 MB of digits', repeat('1234567,', 125000)),
	('1 MB of addresses', repeat('a@b.c http://d.e/f ', 53000)),
	('1 MB of brackets', repeat('([{', 333000));

SELECT ok(seconds(body) < 20 * greatest((SELECT seconds(body || ' ') FROM plain), 0.05), name)
FROM hostile;

SELECT ok(seconds(string_agg(chr(1 + (n::int8 * 7919 % 255)::int), '')) < 60, 'characters at random')
FROM generate_series(1, 300000) n;
SELECT ok(seconds(string_agg(chr(65536 + (n::int8 * 7919 % 65536)::int), '')) < 60, 'characters of four bytes')
FROM generate_series(1, 100000) n;

-- A timeout takes effect soon, wherever it finds the analyser.
CREATE FUNCTION stops_after(body text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	began timestamptz := clock_timestamp();
BEGIN
	PERFORM count(*) FROM news_quotes(body);
	RETURN NULL;
EXCEPTION WHEN query_canceled THEN
	RETURN extract(epoch FROM clock_timestamp() - began);
END $$;

SET statement_timeout = '100ms';
SELECT ok(stops_after(repeat(body, 20)) < 0.5, 'statement_timeout stops a text of 20 MB')
FROM plain;
SET statement_timeout = '60s';
SELECT is(count(*), 1::bigint, 'and the next text is read')
FROM news_sentences('We vote at noon.');

SELECT * FROM finish();
ROLLBACK;
