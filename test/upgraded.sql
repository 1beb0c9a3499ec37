-- What test/stored.sql keeps, behind pg_upgrade: the indexes are used, the rows
-- are those that this server finds, and what is outdated can be rebuilt.
CREATE FUNCTION assert_index(index text, condition text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	line text;
	plan text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT id FROM stored WHERE ' || condition LOOP
		plan := plan || line;
	END LOOP;
	ASSERT position(index IN plan) > 0, index || ' is not used: ' || plan;
END $$;
SET enable_seqscan = off;
SELECT assert_index('stored_said', 'said @@ news_tsquery(words => ''council'')');
SELECT assert_index('stored_names', 'news_entity_names(body) @> ARRAY[news_key(''Ann Lee'')]');
SELECT assert_index('stored_keys', 'news_key(left(body, 40)) = ''a''');

-- a condition of which nothing may be true
CREATE FUNCTION assert_none(query text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	found int;
BEGIN
	EXECUTE 'SELECT count(*) FROM ' || query INTO found;
	ASSERT found = 0, found || ' rows of ' || query;
END $$;
SELECT assert_none('stored WHERE (speakers, layout) IS DISTINCT FROM
	(news_speaker_names(body), news_article(body))');
SELECT assert_none('(SELECT id, quote FROM stored_quote
	EXCEPT SELECT id, q FROM stored, news_quotes(body) q) missed');
SELECT assert_none('(SELECT id, q FROM stored, news_quotes(body) q
	EXCEPT SELECT id, quote FROM stored_quote) added');

-- The stemmer is the server's: 18 has another stem for "added" than 17.
SELECT count(*) AS stemmed_otherwise FROM stored WHERE said IS DISTINCT FROM news_tsvector(body);

INSERT INTO stored (id, body) VALUES (0, '"It leaks," said Ivo Lund.');
SELECT rebuild, record FROM news_outdated \gexec
SELECT assert_none('news_outdated');
SELECT assert_none('stored WHERE said IS DISTINCT FROM news_tsvector(body)');
SELECT assert_none('stored WHERE id = 0 AND speakers <> ARRAY[''ivo lund'']');
SELECT assert_none('(SELECT id, name FROM stored_speaker
	EXCEPT SELECT id, s.name FROM stored, news_speakers(body) s) kept');
