-- The rows of one article hang together.
\set QUIET 1
BEGIN;
SELECT plan(20);

CREATE TABLE story (id int, body text);
INSERT INTO story VALUES (1, U&'Ferry owner fights closure

By Joanna Threlfall

PORT ELLICE, Wales \2014 The harbour ferry will stop running on Friday, its owner said.

\201CNobody asked the passengers,\201D said Gareth Pugh, the owner of Ellice Ferries. \201CWe carried 40,000 people last year.\201D

Transport Minister Nerys Vaughan said that the pier was unsafe. She told BBC Wales that \201Cno one\201D would lose a job.

\201CThe minister has never been here,\201D Pugh said.');

SELECT results_eq($$SELECT quote_no FROM story, news_quotes(body)$$,
	$$SELECT generate_series(1, (SELECT count(*)::int FROM story, news_quotes(body)))$$,
	'quotes are numbered in their order');
SELECT results_eq($$SELECT content FROM story, news_quotes(body) WHERE speaker = 'Gareth Pugh' AND kind = 'direct' ORDER BY quote_no$$,
	$$VALUES ('Nobody asked the passengers, We carried 40,000 people last year.'), ('The minister has never been here,')$$,
	'the words of one speaker');
SELECT results_eq($$SELECT DISTINCT affiliation FROM story, news_quotes(body) WHERE speaker = 'Gareth Pugh'$$,
	$$VALUES ('Ellice Ferries')$$, 'and whom he belongs to');
SELECT results_eq($$SELECT kind FROM story, news_quotes(body) WHERE speaker = 'Nerys Vaughan' ORDER BY quote_no$$,
	$$VALUES ('indirect'), ('mixed')$$, 'speech without marks, and with some');
SELECT results_eq($$SELECT addressee FROM story, news_quotes(body) WHERE speaker = 'Nerys Vaughan' AND kind = 'mixed'$$,
	$$VALUES ('BBC Wales')$$, 'whom it was told');
SELECT results_eq($$SELECT source FROM story, news_quotes(body) WHERE speaker = 'Nerys Vaughan' AND kind = 'mixed'$$,
	$$VALUES ('She')$$, 'the source stands as it is written');
SELECT results_eq($$SELECT news_text(body, cue_at) FROM story, news_quotes(body) WHERE quote_no = 2$$,
	$$SELECT cue FROM story, news_quotes(body) WHERE quote_no = 2$$, 'the cue stands where it says');
SELECT is((SELECT count(*) FROM story, news_quotes(body) WHERE content_at && (news_article(body)).body_at),
	(SELECT count(*) FROM story, news_quotes(body)), 'quotes stand in the body');

SELECT results_eq($$SELECT s.quotes FROM story, news_speakers(body) s WHERE name = 'Gareth Pugh'$$,
	$$VALUES (2)$$, 'quotes of a speaker are counted');
SELECT results_eq($$SELECT s.words FROM story, news_speakers(body) s WHERE name = 'Gareth Pugh'$$,
	$$VALUES (16)$$, 'and words');
SELECT is((SELECT sum(quotes) FROM story, news_speakers(body) WHERE name IS NOT NULL),
	(SELECT count(*) FROM story, news_quotes(body) WHERE speaker IS NOT NULL), 'every named speaker is counted');
SELECT results_eq($$SELECT q.speaker FROM story, news_quotes(body) q JOIN news_entities((SELECT body FROM story)) e
	ON e.entity_no = q.speaker_no AND e.kind = 'person' ORDER BY quote_no DESC LIMIT 1$$,
	$$VALUES ('Gareth Pugh')$$, 'speakers are entities');

SELECT is((SELECT sum(mentions) FROM story, news_entities(body)),
	(SELECT count(*) FROM story, news_mentions(body) WHERE entity_no IS NOT NULL), 'mentions are counted');
SELECT results_eq($$SELECT form FROM story, news_mentions(body) WHERE name = 'Nerys Vaughan' ORDER BY at$$,
	$$VALUES ('Nerys Vaughan'), ('She'), ('The minister')$$, 'a person goes by name, pronoun and office');
SELECT results_eq($$SELECT quote_no = (SELECT max(quote_no) FROM story, news_quotes(body))
	FROM story, news_mentions(body) WHERE form = 'The minister'$$,
	$$VALUES (true)$$, 'and is mentioned in a quote of another');

SELECT is(headline, 'Ferry owner fights closure', 'headline') FROM story, news_article(body);
SELECT is(authors, ARRAY['Joanna Threlfall'], 'author') FROM story, news_article(body);
SELECT is(news_speaker_names(body) @> ARRAY['gareth pugh', 'nerys vaughan'], true, 'keys of speakers') FROM story;
SELECT is(news_entity_names(body, 'person'), ARRAY['gareth pugh', 'joanna threlfall', 'nerys vaughan'],
	'keys of persons, sorted') FROM story;

CREATE INDEX ON story USING gin (news_entity_names(body, 'person'));
SET LOCAL enable_seqscan = off;
SELECT results_eq($$SELECT id FROM story WHERE news_entity_names(body, 'person') @> ARRAY[news_key('Ms Nerys VAUGHAN')]$$,
	$$VALUES (1)$$, 'and found by an index');

SELECT * FROM finish();
ROLLBACK;
