-- What bench/search measures: sizes, build times, and the time of questions
-- to the index, to a sequential scan, and to plain full text search.

\pset footer off
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET maintenance_work_mem = '512MB';
SET work_mem = '64MB';
SELECT setseed(0.5) \g /dev/null

-- Material: sentences without marks, and names of persons.
CREATE TABLE sentence AS
	SELECT (row_number() OVER ())::int AS n, rtrim(s.content, '.') AS content
	FROM line, news_sentences(line ->> 'text') s
	WHERE length(s.content) BETWEEN 40 AND 220 AND s.content ~ '^[A-Z][^“”"‘’]*\.$';
CREATE TABLE person AS
	SELECT (row_number() OVER ())::int AS n, given || ' ' || family AS name
	FROM (SELECT DISTINCT split_part(name, ' ', 1) AS given
		FROM line, news_entities(line ->> 'text') WHERE kind = 'person' AND name ~ '^\w+ \w+$') g,
		(SELECT DISTINCT split_part(name, ' ', 2) AS family
		FROM line, news_entities(line ->> 'text') WHERE kind = 'person' AND name ~ '^\w+ \w+$') f
	ORDER BY md5(given || family) LIMIT 20000;

-- Stories of six quotes by three persons; frequent names are more frequent.
CREATE FUNCTION pick(items text[]) RETURNS text LANGUAGE sql VOLATILE
AS 'SELECT items[1 + floor(random() * cardinality(items))::int]';
CREATE FUNCTION pick_often(items text[]) RETURNS text LANGUAGE sql VOLATILE
AS 'SELECT items[1 + floor(random() ^ 3 * cardinality(items))::int]';
CREATE TABLE story AS
	SELECT id, format(E'"%s," said %s. "%s."\n\n%s. %s said %s.\n\n"%s," %s said.\n\n'
		'"%s," %s told reporters. %s.\n\n%s said: "%s."\n\n"%s," according to %s.',
		pick(s), a, pick(s), pick(s), b, pick(s), pick(s), c,
		pick(s), a, pick(s), b, pick(s), pick(s), c) AS body
	FROM (SELECT id, s.s, pick_often(p.p) AS a, pick_often(p.p) AS b, pick_often(p.p) AS c
		FROM generate_series(1, :stories) id,
			(SELECT array_agg(content ORDER BY n) AS s FROM sentence) s,
			(SELECT array_agg(name ORDER BY n) AS p FROM person) p) made;
VACUUM ANALYZE story;

CREATE TABLE timing (n serial, step text, ms float8);
CREATE PROCEDURE measure(step text, statement text) LANGUAGE plpgsql AS $$
DECLARE
	began timestamptz := clock_timestamp();
BEGIN
	EXECUTE statement;
	INSERT INTO timing (step, ms)
	VALUES (step, extract(epoch FROM clock_timestamp() - began) * 1000);
END $$;

-- Build
CALL measure('analysis: news_tsvector over all', 'SELECT count(news_tsvector(body)) FROM story');
CALL measure('GIN over to_tsvector(''english'', body)',
	'CREATE INDEX story_words ON story USING gin (to_tsvector(''english'', body))');
CALL measure('GIN over news_tsvector(body)',
	'CREATE INDEX story_said_expression ON story USING gin (news_tsvector(body))');
DROP INDEX story_said_expression;
CALL measure('stored column: news_tsvector(body)',
	'ALTER TABLE story ADD said tsvector GENERATED ALWAYS AS (news_tsvector(body)) STORED');
CALL measure('GIN over the stored column', 'CREATE INDEX story_said ON story USING gin (said)');
VACUUM ANALYZE story;

-- Questions: a speaker and a word that this speaker used, from random quotes.
CREATE TABLE question AS
	SELECT (row_number() OVER ())::int AS n, q.speaker,
		(regexp_match(q.content, '[a-z]{6,}'))[1] AS word
	FROM (SELECT body FROM story TABLESAMPLE BERNOULLI (5) LIMIT :queries) s,
		LATERAL (SELECT speaker, content FROM news_quotes(s.body)
			WHERE speaker IS NOT NULL AND content ~ '[a-z]{6,}' LIMIT 1) q;
CREATE TABLE answer (n int, way text, ms float8, hits bigint);
CREATE PROCEDURE ask(way text, statement text, most int) LANGUAGE plpgsql AS $$
DECLARE
	q question;
	began timestamptz;
	hits bigint;
BEGIN
	FOR q IN SELECT * FROM question WHERE n <= most ORDER BY n LOOP
		began := clock_timestamp();
		EXECUTE statement INTO hits USING q.speaker, q.word;
		INSERT INTO answer VALUES
			(q.n, way, extract(epoch FROM clock_timestamp() - began) * 1000, hits);
	END LOOP;
END $$;

SET enable_seqscan = off;
CALL ask('warm-up', 'SELECT count(*) FROM story
	WHERE said @@ news_tsquery(speaker => $1, words => $2)', :queries);
CALL ask('index: X said Y', 'SELECT count(*) FROM story
	WHERE said @@ news_tsquery(speaker => $1, words => $2)', :queries);
CALL ask('index, with the quotes shown', 'SELECT count(*) FROM story,
	news_tsquery(speaker => $1, words => $2) query, news_quotes_matching(body, query)
	WHERE said @@ query', :queries);
CALL ask('plain full text: both words', 'SELECT count(*) FROM story
	WHERE to_tsvector(''english'', body) @@ websearch_to_tsquery(''english'', $1 || '' '' || $2)',
	:queries);
SET enable_seqscan = on;
SET enable_bitmapscan = off;
CALL ask('sequential scan of the stored column', 'SELECT count(*) FROM story
	WHERE said @@ news_tsquery(speaker => $1, words => $2)', 5);

\echo
SELECT count(*) AS stories, pg_size_pretty(sum(octet_length(body))) AS text,
	(SELECT sum(cardinality(news_speaker_names(body))) FROM story WHERE id <= 100) AS speakers_of_100,
	(SELECT count(*) FROM story, news_quotes(body) WHERE id <= 100) AS quotes_of_100
FROM story;
\echo
\echo build
SELECT step, round(ms::numeric / 1000, 1) AS seconds,
	round((ms / (SELECT sum(ms) FROM timing WHERE n <= 2))::numeric, 2)
		AS of_analysis_and_words_index
FROM timing ORDER BY n;
\echo
\echo size
SELECT relname AS relation, pg_size_pretty(pg_relation_size(oid)) AS size
FROM pg_class WHERE relname IN ('story', 'story_words', 'story_said') ORDER BY relname;
\echo
\echo questions
SELECT way, count(*) AS asked,
	round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 2) AS median_ms,
	round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 2) AS p95_ms,
	round(avg(hits), 1) AS mean_hits
FROM answer WHERE way <> 'warm-up' GROUP BY way ORDER BY min(way);
\echo
\echo answers in which index and sequential scan differ
SELECT count(*) FROM answer i JOIN answer s USING (n)
WHERE i.way = 'index: X said Y' AND s.way LIKE 'sequential%' AND i.hits <> s.hits;
