-- What bench/run measures inside one session.  Each query runs :rounds times,
-- the queries taking turns, so that a busy moment of the machine hits all of
-- them; medians are printed.

\pset footer off
SET jit = off;
SET max_parallel_workers_per_gather = 0;
VACUUM ANALYZE article;

SELECT substring(version() FROM '^\S+ \S+') AS server, news_version() AS results \gset
\echo 'server    ' :server, results :results

-- Memory: this backend has not called the extension yet; another one has, over
-- all articles (bench/run keeps it), or the pages of the library that backends
-- share would count as this one's own.
CREATE FUNCTION pg_temp.private_kib() RETURNS numeric LANGUAGE sql AS $$
	SELECT sum(m[1]::numeric)
	FROM regexp_matches(pg_read_file('/proc/self/smaps_rollup'),
						'Private_[A-Z][a-z]*: *(\d+) kB', 'g') m
$$;
SELECT pg_temp.private_kib(), count(*) FROM ts_parse('default', 'Nothing yet.') \g /dev/null
SELECT pg_temp.private_kib() AS idle_kib \gset
SELECT count(*) FROM news_quotes('Ann Lee said: "It is late." She left.') \g /dev/null
SELECT pg_temp.private_kib() AS first_kib \gset
SELECT count(*) FROM (SELECT body FROM article ORDER BY id LIMIT 1) a, news_quotes(a.body)
\g /dev/null
SELECT pg_temp.private_kib() AS article_kib \gset
SELECT count(*) FROM article a, news_quotes(a.body) \g /dev/null
SELECT pg_temp.private_kib() AS all_kib \gset
\echo
\echo private memory of a backend, KiB above one that has not called the extension
SELECT :first_kib - :idle_kib AS after_first_call, :article_kib - :idle_kib AS after_an_article,
	:all_kib - :idle_kib AS after_all_articles;

-- Speed
CREATE TEMP TABLE task (n int, name text, query text);
INSERT INTO task VALUES
	(1, 'news_quotes', 'SELECT count(*) FROM article a, news_quotes(a.body)'),
	(2, 'quotes + speakers + entities + mentions',
		'SELECT sum((SELECT count(*) FROM news_quotes(body))
			+ (SELECT count(*) FROM news_speakers(body))
			+ (SELECT count(*) FROM news_entities(body))
			+ (SELECT count(*) FROM news_mentions(body))) FROM article'),
	(3, 'to_tsvector(''english'', body)',
		'SELECT count(to_tsvector(''english'', body)) FROM article'),
	(4, 'ts_parse(''default'', body)',
		'SELECT count(*) FROM article a, ts_parse(''default'', a.body)');

CREATE TEMP TABLE timing (name text, ms float8);
CREATE FUNCTION pg_temp.measure(name text, query text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	began timestamptz := clock_timestamp();
	answer text;
BEGIN
	EXECUTE query INTO answer;
	INSERT INTO timing VALUES
		(name, extract(epoch FROM clock_timestamp() - began) * 1000);
END $$;

SELECT count(pg_temp.measure(name, query))
FROM (SELECT name, query FROM task, generate_series(1, :rounds) round
	ORDER BY round, n) turn \g /dev/null

CREATE TEMP VIEW median AS
	SELECT name, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS ms,
		min(ms) AS least, max(ms) AS most
	FROM timing GROUP BY name;

\echo
SELECT count(*) AS articles, sum(octet_length(body)) AS bytes, :rounds AS rounds FROM article;
\echo
\echo one pass over all articles, one process
SELECT task.name, round(ms::numeric, 1) AS median_ms,
	round(least::numeric, 1) AS least_ms, round(most::numeric, 1) AS most_ms,
	round((ms / (SELECT ms FROM median WHERE name LIKE 'to_tsvector%'))::numeric, 2)
		AS of_to_tsvector,
	round((articles / ms * 1000)::numeric) AS articles_per_s,
	round((bytes / ms / 1000)::numeric, 1) AS mb_per_s
FROM task JOIN median USING (name),
	(SELECT count(*) AS articles, sum(octet_length(body)) AS bytes FROM article) size
ORDER BY n;

-- Growth: one text of 1 to 16 times the length.  A dot more in each round, or
-- the analysis that the extension keeps would answer.
CREATE TEMP TABLE long_text AS
	SELECT left((SELECT string_agg(body, E'\n\n' ORDER BY id) FROM article), 65536 * 16) AS body;
CREATE TEMP TABLE growth_task AS
	SELECT times, round, format('SELECT count(*) FROM long_text,
		news_quotes(left(body, 65536 * %s) || repeat(''.'', %s))', times, round) AS query
	FROM unnest('{1,2,4,8,16}'::int[]) times, generate_series(1, 5) round;
SELECT count(pg_temp.measure('x' || times, query))
FROM (SELECT times, query FROM growth_task ORDER BY round, times) turn \g /dev/null
\echo
\echo one text of growing length (the first of 65536 characters)
SELECT g.name AS length, round(g.ms::numeric, 2) AS median_ms,
	round((g.ms / one.ms)::numeric, 1) AS times_the_first
FROM median g, median one WHERE one.name = 'x1' AND g.name LIKE 'x%'
ORDER BY substr(g.name, 2)::int;

-- Up to the longest text, each in a transaction of its own, so that all of them
-- begin with new memory.
CREATE TEMP TABLE longest_text (body text);
ALTER TABLE longest_text ALTER body SET STORAGE EXTERNAL;
INSERT INTO longest_text
	SELECT left(repeat(articles || E'\n\n', 1 + 63 * 1024 * 1024 / octet_length(articles)), 63 * 1024 * 1024)
	FROM (SELECT string_agg(body, E'\n\n' ORDER BY id) AS articles FROM article) a;
\o /dev/null
SELECT format('SELECT pg_temp.measure(%L, %L)', 'mb' || mb, format('SELECT count(*) FROM
	(SELECT substr(body, 1, %s * 1024 * 1024) AS body FROM longest_text) t, news_quotes(body)', mb))
FROM generate_series(1, 3) round, unnest('{1,4,16,63}'::int[]) mb ORDER BY round, mb \gexec
\o
\echo
\echo one text of many MB (of 1024 * 1024 characters), with new memory
SELECT mb, round(median.ms::numeric) AS median_ms, round((median.ms / mb)::numeric, 1) AS ms_per_mb,
	round((median.ms / mb / one.ms)::numeric, 2) AS of_one_mb
FROM unnest('{1,4,16,63}'::int[]) mb JOIN median ON name = 'mb' || mb, median one
WHERE one.name = 'mb1' ORDER BY mb;

-- Parallel workers: the same counts, shared out by the server.
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
ALTER TABLE article SET (parallel_workers = 8);
SET max_parallel_workers_per_gather = 1;
SELECT count(pg_temp.measure('1 ' || name, query))
FROM task, generate_series(1, 5) WHERE n IN (1, 3) \g /dev/null
SET max_parallel_workers_per_gather = 3;
SELECT count(pg_temp.measure('3 ' || name, query))
FROM task, generate_series(1, 5) WHERE n IN (1, 3) \g /dev/null
\echo
\echo over all articles with parallel workers beside the leader
SELECT workers, task.name, round(w.ms::numeric, 1) AS median_ms,
	round((alone.ms / w.ms)::numeric, 2) AS times_as_fast
FROM (VALUES (1), (3)) v(workers) CROSS JOIN task
	JOIN median alone ON alone.name = task.name
	JOIN median w ON w.name = workers || ' ' || task.name
ORDER BY workers, n;
