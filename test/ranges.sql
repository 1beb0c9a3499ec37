-- What stands at each range is what the row says, ranges lie inside the text,
-- and numbers point at rows that exist.  Reads the table texts (id, body);
-- ends with an error when anything is wrong.

CREATE FUNCTION pg_temp.stands(body text, at int4range) RETURNS text IMMUTABLE LANGUAGE sql
RETURN substring(body FROM lower(at) FOR upper(at) - lower(at));

-- Letters and digits alone: white space is folded, and marks are taken off, in
-- the words of a row.
CREATE FUNCTION pg_temp.bare(words text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN regexp_replace(words, '&#?[a-z0-9]+;|[^a-zA-Z0-9]', '', 'g');

-- Each text fetched and measured once, not for each of its rows.
CREATE TEMP VIEW plain AS
SELECT id, body || '' AS body, int4range(1, length(body) + 1) AS whole FROM texts OFFSET 0;

-- Of tokens every tenth is looked up: substring() walks from the text's start.
CREATE TEMP TABLE token AS SELECT id, t.*,
	CASE WHEN token_no % 10 = 1 THEN pg_temp.stands(body, at) ELSE form END AS there,
	at <@ whole AND NOT isempty(at) AS is_inside FROM plain, news_tokens(body) t;
CREATE TEMP TABLE sentence AS SELECT id, s.*, pg_temp.stands(body, at) AS there,
	at <@ whole AND NOT isempty(at) AS is_inside FROM plain, news_sentences(body) s;
CREATE TEMP TABLE zone AS SELECT id, z.*, pg_temp.stands(body, at) AS there,
	at <@ whole AND NOT isempty(at) AS is_inside FROM plain, news_zones(body) z;
CREATE TEMP TABLE mention AS SELECT id, m.*, pg_temp.stands(body, at) AS there,
	news_text(body, at) AS cut, at <@ whole AND NOT isempty(at) AS is_inside
FROM plain, news_mentions(body) m;
CREATE TEMP TABLE quote AS SELECT id, q.*, news_text(body, content_at) AS content_there,
	pg_temp.stands(body, source_at) AS source_there, pg_temp.stands(body, cue_at) AS cue_there,
	content_at <@ whole AND coalesce(source_at <@ whole, true) AND coalesce(cue_at <@ whole, true) AS is_inside
FROM plain, news_quotes(body) q;
CREATE TEMP TABLE entity AS SELECT id, e.*, first_at <@ whole AND NOT isempty(first_at) AS is_inside
FROM plain, news_entities(body) e;
CREATE TEMP TABLE speaker AS SELECT id, s.* FROM plain, news_speakers(body) s;
CREATE TEMP TABLE layout AS SELECT id, a.*, body_at <@ whole AS is_inside
FROM plain, news_article(body) a;
CREATE TEMP TABLE wrong (id text, what text, row_text text);
ANALYZE quote, entity, mention, speaker;

-- Words at ranges
INSERT INTO wrong SELECT id, 'token', t::text FROM token t
WHERE form IS DISTINCT FROM there OR NOT is_inside OR sentence IS NULL OR paragraph IS NULL;
INSERT INTO wrong SELECT id, 'sentence', s::text FROM sentence s
WHERE content IS DISTINCT FROM there OR NOT is_inside;
INSERT INTO wrong SELECT id, 'zone', z::text FROM zone z
WHERE content IS DISTINCT FROM there OR NOT is_inside;
INSERT INTO wrong SELECT id, 'mention', m::text FROM mention m
WHERE form IS DISTINCT FROM there OR form IS DISTINCT FROM cut OR NOT is_inside;
INSERT INTO wrong SELECT id, 'source or cue', q::text FROM quote q
WHERE pg_temp.bare(source) IS DISTINCT FROM pg_temp.bare(source_there)
	OR pg_temp.bare(cue) IS DISTINCT FROM pg_temp.bare(cue_there);
INSERT INTO wrong SELECT id, 'content', q::text FROM quote q
WHERE pg_temp.bare(content) IS DISTINCT FROM pg_temp.bare(content_there) OR NOT is_inside
	OR paragraph IS NULL OR sentence IS NULL OR NOT confidence BETWEEN 0 AND 1;
INSERT INTO wrong SELECT id, 'entity', e::text FROM entity e
WHERE key IS DISTINCT FROM news_key(name) OR NOT is_inside;
INSERT INTO wrong SELECT id, 'body', l::text FROM layout l WHERE NOT is_inside;

-- Order
INSERT INTO wrong SELECT id, 'tokens overlap', form FROM (
	SELECT id, form, lower(at) < lag(upper(at)) OVER (PARTITION BY id ORDER BY token_no) AS is_early
	FROM token) t WHERE is_early;
INSERT INTO wrong SELECT id, 'sentences overlap', content FROM (
	SELECT id, content, lower(at) < lag(upper(at)) OVER (PARTITION BY id ORDER BY sentence_no) AS is_early
	FROM sentence) s WHERE is_early;

-- Numbers
INSERT INTO wrong SELECT q.id, 'parent of quote', q::text FROM quote q
LEFT JOIN quote p ON p.id = q.id AND p.quote_no = q.parent AND p.quote_no <> q.quote_no
WHERE q.parent IS NOT NULL AND p.id IS NULL;
INSERT INTO wrong SELECT q.id, 'speaker of quote', q::text FROM quote q
LEFT JOIN entity e ON e.id = q.id AND e.entity_no = q.speaker_no AND e.name = q.speaker
WHERE q.speaker_no IS NOT NULL AND e.id IS NULL;
INSERT INTO wrong SELECT s.id, 'speaker', s::text FROM speaker s
LEFT JOIN entity e ON e.id = s.id AND e.entity_no = s.speaker_no AND e.name = s.name
WHERE s.speaker_no IS NOT NULL AND e.id IS NULL;
INSERT INTO wrong SELECT m.id, 'entity of mention', m::text FROM mention m
LEFT JOIN entity e ON e.id = m.id AND e.entity_no = m.entity_no AND e.name = m.name
WHERE m.entity_no IS NOT NULL AND e.id IS NULL;
INSERT INTO wrong SELECT m.id, 'quote of mention', m::text FROM mention m
LEFT JOIN quote q ON q.id = m.id AND q.quote_no = m.quote_no AND m.at && q.content_at
WHERE m.quote_no IS NOT NULL AND q.id IS NULL;

-- Absence is NULL
INSERT INTO wrong SELECT id, 'empty string', q::text FROM quote q
WHERE '' IN (content, speaker, role, affiliation, source, cue, verb, addressee, channel);

SELECT what, count(*), min(id) AS for_example, left(min(row_text), 300) AS row FROM wrong GROUP BY what;
DO $$
BEGIN
	IF (SELECT count(*) FROM texts) = 0 THEN
		RAISE EXCEPTION 'there are no texts';
	END IF;
	IF EXISTS (SELECT FROM wrong) THEN
		RAISE EXCEPTION '% rows are wrong', (SELECT count(*) FROM wrong);
	END IF;
END $$;
