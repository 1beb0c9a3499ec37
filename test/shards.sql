-- Two shards behind postgres_fdw: what can be evaluated there is, by index,
-- and the rows are those of one server.  :shard1 and :shard2 are folders of
-- sockets; each shard has a table story.

CREATE EXTENSION postgres_fdw;
CREATE SERVER shard1 FOREIGN DATA WRAPPER postgres_fdw
	OPTIONS (host :'shard1', dbname 'postgres', extensions 'newsext');
CREATE SERVER shard2 FOREIGN DATA WRAPPER postgres_fdw
	OPTIONS (host :'shard2', dbname 'postgres', extensions 'newsext');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard1 OPTIONS (user 'postgres');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard2 OPTIONS (user 'postgres');

CREATE TABLE story (id int, body text,
	said tsvector GENERATED ALWAYS AS (news_tsvector(body)) STORED) PARTITION BY HASH (id);
CREATE FOREIGN TABLE story1 PARTITION OF story FOR VALUES WITH (MODULUS 2, REMAINDER 0)
	SERVER shard1 OPTIONS (table_name 'story');
CREATE FOREIGN TABLE story2 PARTITION OF story FOR VALUES WITH (MODULUS 2, REMAINDER 1)
	SERVER shard2 OPTIONS (table_name 'story');

CREATE TABLE here (id int, body text, said tsvector GENERATED ALWAYS AS (news_tsvector(body)) STORED);
INSERT INTO here (id, body)
	SELECT n, format(E'"The %1$s is closed," said %2$s.\n\n%3$s told reporters that the %1$s was "safe".',
		(ARRAY['dam', 'harbour', 'market', 'school'])[1 + n % 4],
		(ARRAY['Ruth Amsel', 'Ivo Lund', 'Mara Finch'])[1 + n % 3],
		(ARRAY['Anil Roy', 'Priya Nadar', 'Lena Osei', 'Ruth Amsel', 'Tom Adeyemi'])[1 + n % 5])
	FROM generate_series(1, 600) n;
INSERT INTO story (id, body) SELECT id, body FROM here;

-- ask(query) runs the query, with %s for the table, here and on the shards.
CREATE FUNCTION ask(question text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	differing bigint;
	answers bigint;
BEGIN
	EXECUTE format('SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) d',
		format(question, 'here'), format(question, 'story')) INTO differing;
	ASSERT differing = 0, 'shards differ: ' || question;
	EXECUTE format('SELECT count(*) FROM (%s) a', format(question, 'story')) INTO answers;
	ASSERT answers > 0, 'no answer: ' || question;
	RETURN answers;
END $$;

-- shipped(query, part): the part stands in the SQL that the shards are sent.
CREATE FUNCTION shipped(query text, part text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	line text;
	found int := 0;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query LOOP
		found := found + (line LIKE '%Remote SQL%' AND position(part IN line) > 0)::int;
	END LOOP;
	ASSERT found = 2, part || ' was not sent to both shards';
END $$;

SELECT ask('SELECT id, q.* FROM %s, news_quotes(body) q');
SELECT ask('SELECT id FROM %s WHERE said @@ news_tsquery(speaker => ''Ruth Amsel'', words => ''safe'')');
SELECT ask('SELECT id, q.content FROM %s, news_quotes_matching(body, news_tsquery(speaker => ''Lund'')) q
	WHERE said @@ news_tsquery(speaker => ''Lund'')');
SELECT ask('SELECT id FROM %s WHERE news_speaker_names(body) @> ARRAY[''mara finch'']');

SELECT shipped('SELECT id FROM story WHERE said @@ news_tsquery(speaker => ''Ruth Amsel'', words => ''safe'')', '@@');
SELECT shipped('SELECT id FROM story WHERE news_speaker_names(body) @> ARRAY[''mara finch'']', 'news_speaker_names(body)');
SELECT shipped('SELECT count(*) FROM story WHERE news_key(left(body, 20)) = ''x''', 'news_key(');

-- The shards answer by their indexes.
CREATE EXTENSION dblink;
CREATE FUNCTION remote_plan(shard text, query text) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(line, E'\n')
	FROM dblink('host=' || shard || ' dbname=postgres user=postgres options=''-c enable_seqscan=off''',
		'EXPLAIN (COSTS OFF) ' || query) plan(line text)
$$;
CREATE FUNCTION assert_index(shard text, query text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	ASSERT remote_plan(shard, query) LIKE '%Bitmap Index Scan%', 'no index is used: ' || query;
END $$;
SELECT assert_index(shard, query)
FROM unnest(ARRAY[:'shard1', :'shard2']) shard, unnest(ARRAY[
	'SELECT id FROM story WHERE said @@ news_tsquery(speaker => ''Ruth Amsel'', words => ''safe'')',
	'SELECT id FROM story WHERE news_speaker_names(body) @> ARRAY[''mara finch'']']) query;
