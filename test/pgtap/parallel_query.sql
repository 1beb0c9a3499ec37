-- Workers read on their own and find the same.
\set QUIET 1
BEGIN;
SELECT plan(3);

CREATE TABLE many AS
SELECT n, format(E'"We vote at noon," Dana Whitcomb said on day %s. Joseph Chumo told reporters that he would wait.', n) AS body
FROM generate_series(1, 2000) n;
ANALYZE many;
SET LOCAL max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE alone AS SELECT n, news_speaker_names(body) AS names,
	(SELECT count(*) FROM news_tokens(body)) AS tokens FROM many;

SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	lines text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		lines := lines || line || E'\n';
	END LOOP;
	RETURN lines;
END $$;
SELECT matches(plan_of('SELECT sum(cardinality(news_speaker_names(body))) FROM many'),
	'Parallel Seq Scan', 'the planner gives the functions to workers');
SELECT is((SELECT sum(cardinality(news_speaker_names(body))) FROM many),
	(SELECT sum(cardinality(names)) FROM alone), 'workers find the same speakers');
SELECT is((SELECT count(*) FROM many, news_tokens(body)), (SELECT sum(tokens)::bigint FROM alone),
	'workers find the same tokens');

SELECT * FROM finish();
ROLLBACK;
