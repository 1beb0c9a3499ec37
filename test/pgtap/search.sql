-- Search: what news_tsvector() holds, what news_tsquery() asks, and that index
-- and sequential scan give the same answers.
\set QUIET 1
\pset format unaligned
\pset tuples_only true
\pset pager off
BEGIN;
SELECT plan(26);

CREATE TABLE story (id int PRIMARY KEY, body text,
	said tsvector GENERATED ALWAYS AS (news_tsvector(body)) STORED);
INSERT INTO story (id, body) VALUES
	(1, '"The harbour will stay open," said Aoife Brannigan. Tom Adeyemi said: "Ferries need Brannigan and the harbour."'),
	(2, '"We need more ferries," Tom Adeyemi said. "I said so in March to Aoife Brannigan."');

-- What is asked
SELECT is(news_tsquery(speaker => 'Ms Aoife BRANNIGAN')::text, '''aoife'':A <0> ''brannigan'':A',
	'a speaker is asked for by the tokens of the key');
SELECT is(news_tsquery(words => 'ferries')::text, '''ferri'':B | ''b/ferri'':B',
	'words are stemmed, and asked for under both of their names');
SELECT is(news_tsquery(words => 'harb*')::text, '''harb'':*B | ''b/harb'':*B', 'a star asks for a prefix');
SELECT is(news_tsquery(speaker => 'Roy', words => 'dam or river -flood')::text,
	'''roy'':A <0> ( ''dam'':B | ''b/dam'':B | ( ''river'':B | ''b/river'':B ) <0> !( ''flood'':B | ''b/flood'':B ) )',
	'or and minus are kept');
SELECT is(news_tsquery(words => '"open harbour"'), news_tsquery(words => 'open harbour'),
	'words between marks must stand in the same quote');
SELECT is(news_tsquery(about => 'Roy', kind => 'direct')::text,
	'( ''roy'':C | ''c/roy'':C ) <0> ( ''direct'':D | ''d/direct'':D )', 'about and kind');
SELECT is(news_tsquery(speaker => 'O''Brien \ Co')::text, news_tsquery(speaker => 'o''brien \ co')::text,
	'marks in names do no harm');
SELECT throws_ok('SELECT news_tsquery()', '22023', NULL, 'nothing to ask is an error');
SELECT throws_ok('SELECT news_tsquery(NULL, NULL, NULL, NULL)', '22023', NULL, 'so is NULL alone');
SELECT is(news_tsquery(speaker => 'Roy', words => NULL), news_tsquery(speaker => 'Roy'),
	'NULL leaves a part out');
SELECT is(news_tsvector(NULL), NULL, 'NULL has no tsvector');
SELECT is(news_tsvector(''), ''::tsvector, 'a text without quotes has an empty one');

-- What is found
SELECT set_eq($$SELECT id FROM story WHERE said @@ news_tsquery(speaker => 'Brannigan', words => 'harbour')$$,
	ARRAY[1], 'who said it');
SELECT is_empty($$SELECT id FROM story WHERE said @@ news_tsquery(speaker => 'Aoife Brannigan', words => 'ferries')$$,
	'not who stands in the same article');
SELECT set_eq($$SELECT id FROM story WHERE said @@ news_tsquery(speaker => 'Tom Adeyemi', words => 'ferries')$$,
	ARRAY[1, 2], 'the words of each quote of a speaker');
SELECT set_eq($$SELECT id FROM story WHERE said @@ news_tsquery(speaker => 'Adeyemi', about => 'Aoife Brannigan')$$,
	ARRAY[1, 2], 'whom it is about');
SELECT set_eq($$SELECT id FROM story WHERE said @@ news_tsquery(words => 'Brannigan')$$,
	ARRAY[1, 2], 'a name is found as a word too');
SELECT set_eq($$SELECT id, q.speaker FROM story, news_quotes_matching(body, news_tsquery(words => 'need')) q$$,
	$$VALUES (1, 'Tom Adeyemi'), (2, 'Tom Adeyemi')$$, 'the quotes that match');
SELECT set_eq($$SELECT q FROM story, news_quotes_matching(body, news_tsquery(speaker => 'Adeyemi')) q WHERE id = 1$$,
	$$SELECT q FROM story, news_quotes(body) q WHERE id = 1 AND q.speaker = 'Tom Adeyemi'$$,
	'they are rows of news_quotes');
SELECT set_eq($$SELECT speaker(q), kind(q), verb(q) FROM story, news_quotes(body) q$$,
	$$SELECT q.speaker, q.kind, q.verb FROM story, news_quotes(body) q$$, 'attributes as functions');

-- Many quotes: the last ones share a position, none is lost.
INSERT INTO story (id, body)
	SELECT 3, string_agg(format('"The lantern number %s is lit," said Ruth Amsel.', n), E'\n\n')
	FROM generate_series(1, 400) n;
SELECT is((SELECT count(*)::int FROM generate_series(1, 400) n, story
	WHERE id = 3 AND said @@ news_tsquery(speaker => 'Ruth Amsel', words => n::text || ' lantern')), 400,
	'each of 400 quotes is found');

-- What was built under another version
CREATE INDEX story_said ON story USING gin (said);
CREATE INDEX story_speakers ON story USING gin (news_speaker_names(body));
CREATE MATERIALIZED VIEW story_view AS SELECT id, news_entity_names(body) FROM story;
SELECT set_eq('SELECT kind, object FROM news_outdated',
	$$VALUES ('index', 'story_speakers'), ('generated column', 'story.said'), ('materialized view', 'story_view')$$,
	'what is built of results, with no version recorded');
DO $$ DECLARE statement text; BEGIN
	FOR statement IN SELECT record FROM news_outdated LOOP EXECUTE statement; END LOOP; END $$;
SELECT is_empty('SELECT * FROM news_outdated', 'recorded');

-- A column whose function answers otherwise by now
CREATE FUNCTION label(text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT 'old ' || $1 $$;
CREATE TABLE labelled ("a Name" text, key text GENERATED ALWAYS AS (news_key(label("a Name"))) STORED,
	version text GENERATED ALWAYS AS (news_version()) STORED);
INSERT INTO labelled VALUES ('Lund');
CREATE OR REPLACE FUNCTION label(text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT 'new ' || $1 $$;
DO $$ BEGIN EXECUTE (SELECT rebuild FROM news_outdated WHERE object = 'labelled.key'); END $$;
SELECT is(key, 'new lund', 'rebuild computes a generated column') FROM labelled;
SELECT is(rebuild, NULL, 'but not one that depends on no column') FROM news_outdated WHERE object = 'labelled.version';
DROP TABLE labelled;

-- Index and sequential scan, 10,000 random questions
INSERT INTO story (id, body)
	SELECT 100 + id, string_agg(format(
		CASE (random() * 3)::int WHEN 0 THEN '"The %2$s %3$s the %4$s," said %1$s.'
			WHEN 1 THEN '%1$s told reporters that the %2$s %3$s the %4$s.'
			WHEN 2 THEN '%1$s said: "The %2$s %3$s the %4$s."'
			ELSE '"Nobody %3$s the %2$s," %1$s added.' END,
		(ARRAY['Ruth Amsel', 'Ivo Lund', 'Mara Finch', 'Anil Roy', 'Priya Nadar', 'Lena Osei'])[1 + (random() * 5)::int],
		(ARRAY['dam', 'ferry', 'harbour', 'council', 'river', 'school'])[1 + (random() * 5)::int],
		(ARRAY['broke', 'closed', 'saved', 'painted', 'sold'])[1 + (random() * 4)::int],
		(ARRAY['bridge', 'market', 'lantern', 'road', 'archive'])[1 + (random() * 4)::int]), E'\n\n')
	FROM generate_series(1, 300) id, generate_series(1, 4) quote GROUP BY id;
ANALYZE story;
CREATE TABLE question AS SELECT n, news_tsquery(
		speaker => CASE WHEN random() < 0.7 THEN (ARRAY['Ruth Amsel', 'Lund', 'Mara', 'Anil Roy', 'Nadar', 'Osei'])[1 + (random() * 5)::int] END,
		words => (ARRAY['dam', 'ferr*', 'harbour or bridge', 'council -road', '"school archive"', 'river market', 'nobody'])[1 + (random() * 6)::int],
		kind => CASE WHEN random() < 0.3 THEN (ARRAY['direct', 'indirect', 'say', 'tell'])[1 + (random() * 3)::int] END) AS query
	FROM generate_series(1, 10000) n;
CREATE FUNCTION ids(query tsquery) RETURNS int[] LANGUAGE sql
	AS 'SELECT array_agg(id ORDER BY id) FROM story WHERE said @@ query';
SET LOCAL enable_seqscan = off;
CREATE TEMP TABLE by_index AS SELECT n, ids(query) FROM question;
SET LOCAL enable_seqscan = on;
SET LOCAL enable_bitmapscan = off;
CREATE TEMP TABLE by_scan AS SELECT n, ids(query) FROM question;
SELECT is((SELECT count(*)::int FROM by_index JOIN by_scan USING (n)
	WHERE by_index.ids IS DISTINCT FROM by_scan.ids), 0,
	'index and sequential scan agree on 10,000 questions, of which '
	|| (SELECT count(*) FROM by_scan WHERE ids IS NOT NULL) || ' have answers');

SELECT * FROM finish();
ROLLBACK;
