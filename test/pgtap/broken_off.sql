-- Work that is broken off leaves the backend as it was: cursors and LIMIT that
-- stop early, errors in subtransactions, timeouts, savepoints.
\set QUIET 1
BEGIN;
SET statement_timeout = '60s';
SELECT plan(9);

CREATE TABLE letter AS
SELECT repeat(E'"We vote at noon," Dana Whitcomb said on Tuesday. The hall was full.\n\n', 200) AS body;
CREATE VIEW held AS SELECT count(*) AS readings, coalesce(sum(total_bytes), 0) AS bytes
FROM pg_backend_memory_contexts WHERE name LIKE 'newsext%';

SELECT is(count(*), 3::bigint, 'LIMIT stops a set of rows')
FROM (SELECT 1 FROM letter, news_quotes(body) LIMIT 3) few;

DECLARE quotes CURSOR FOR SELECT speaker FROM letter, news_quotes(body);
SELECT is((SELECT speaker FROM letter, news_quotes(body) LIMIT 1), 'Dana Whitcomb',
	'a cursor may stand open over the same text');
FETCH 2 FROM quotes;
SELECT lives_ok('FETCH 150 FROM quotes', 'and goes on after another call');
CLOSE quotes;

SAVEPOINT before;
SELECT throws_ok('SELECT 1 / (quote_no - 50) FROM letter, news_quotes(body)', '22012', NULL,
	'an error among the rows is that error');
ROLLBACK TO before;

-- A thousand subtransactions, each broken off among the rows of another text.
CREATE FUNCTION break_off(times int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
	broken int := 0;
BEGIN
	FOR n IN 1 .. times LOOP
		BEGIN
			PERFORM 1 / (quote_no - 2) FROM letter, news_quotes(n || ' days. ' || left(body, 700));
		EXCEPTION WHEN division_by_zero THEN
			broken := broken + 1;
		END;
	END LOOP;
	RETURN broken;
END $$;
SELECT break_off(10) \g /dev/null
SELECT bytes AS few FROM held \gset
SELECT is(break_off(1000), 1000, 'a thousand subtransactions broken off');
SELECT ok(bytes < :few + 64 * 1024, 'hold no more memory than a few') FROM held;

-- Timeouts half-way through an analysis.
CREATE FUNCTION time_out(times int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
	stopped int := 0;
BEGIN
	FOR n IN 1 .. times LOOP
		BEGIN
			PERFORM count(*) FROM letter, news_quotes(repeat(body, 50 + n));
		EXCEPTION WHEN query_canceled THEN
			stopped := stopped + 1;
		END;
	END LOOP;
	RETURN stopped;
END $$;
SET statement_timeout = '5ms';
SELECT is(time_out(1), 1, 'a timeout inside an analysis is caught in a subtransaction');
SET statement_timeout = '60s';
SELECT ok(bytes < 72 * 1024 * 1024, 'and leaves no more than what may wait for the next one')
FROM held;
COMMIT;

BEGIN;
SELECT ok(bytes < 2 * 1024 * 1024, 'which the end of the transaction frees') FROM held;
SELECT * FROM finish();
DROP VIEW held;
DROP FUNCTION break_off(int), time_out(int);
DROP TABLE letter;
COMMIT;
