-- What stands at each range is what the row says, ranges lie inside the text,
-- and numbers point at rows that exist.  Reads the table texts (id, body);
-- ends with an error when anything is wrong.
CREATE TEMP TABLE wrong (id text, what text, row_text text);

-- Letters and digits alone: white space is folded, and marks are taken off, in
-- the words of a row.
CREATE FUNCTION pg_temp.bare(words text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN regexp_replace(words, '&#?[a-z0-9]+;|[^a-zA-Z0-9]', '', 'g');

CREATE FUNCTION pg_temp.stands(body text, at int4range) RETURNS text IMMUTABLE LANGUAGE sql
RETURN substring(body FROM lower(at) FOR upper(at) - lower(at));

CREATE FUNCTION pg_temp.is_inside(body text, at int4range) RETURNS bool IMMUTABLE LANGUAGE sql
RETURN NOT isempty(at) AND at <@ int4range(1, length(body) + 1);

INSERT INTO wrong SELECT id, 'token', t::text FROM texts, news_tokens(body) t
WHERE t.form IS DISTINCT FROM pg_temp.stands(body, at) OR NOT pg_temp.is_inside(body, at)
	OR t.sentence IS NULL OR t.paragraph IS NULL;

INSERT INTO wrong SELECT id, 'tokens overlap', form FROM (
	SELECT id, form, lower(at) < lag(upper(at)) OVER (PARTITION BY id ORDER BY token_no) AS is_early
	FROM texts, news_tokens(body)) t WHERE is_early;

INSERT INTO wrong SELECT id, 'sentence', s::text FROM texts, news_sentences(body) s
WHERE s.content IS DISTINCT FROM pg_temp.stands(body, at) OR NOT pg_temp.is_inside(body, at);

INSERT INTO wrong SELECT id, 'sentences overlap', content FROM (
	SELECT id, content, lower(at) < lag(upper(at)) OVER (PARTITION BY id ORDER BY sentence_no) AS is_early
	FROM texts, news_sentences(body)) s WHERE is_early;

INSERT INTO wrong SELECT id, 'zone', z::text FROM texts, news_zones(body) z
WHERE z.content IS DISTINCT FROM pg_temp.stands(body, at) OR NOT pg_temp.is_inside(body, at);

INSERT INTO wrong SELECT id, 'mention', m::text FROM texts, news_mentions(body) m
WHERE m.form IS DISTINCT FROM pg_temp.stands(body, at) OR NOT pg_temp.is_inside(body, at)
	OR m.form IS DISTINCT FROM news_text(body, at);

INSERT INTO wrong SELECT id, 'source or cue', q::text FROM texts, news_quotes(body) q
WHERE pg_temp.bare(q.source) IS DISTINCT FROM pg_temp.bare(pg_temp.stands(body, source_at))
	OR pg_temp.bare(q.cue) IS DISTINCT FROM pg_temp.bare(pg_temp.stands(body, cue_at))
	OR NOT pg_temp.is_inside(body, source_at) OR NOT pg_temp.is_inside(body, cue_at);

INSERT INTO wrong SELECT id, 'content', q::text FROM texts, news_quotes(body) q
WHERE pg_temp.bare(q.content) IS DISTINCT FROM pg_temp.bare(news_text(body, content_at))
	OR NOT pg_temp.is_inside(body, range_merge(content_at))
	OR q.paragraph IS NULL OR q.sentence IS NULL OR NOT q.confidence BETWEEN 0 AND 1;

INSERT INTO wrong SELECT id, 'parent', q::text FROM texts, news_quotes(body) q
WHERE q.parent IS NOT NULL AND q.parent NOT IN (SELECT quote_no FROM news_quotes(body) WHERE quote_no <> q.quote_no);

INSERT INTO wrong SELECT id, 'speaker of quote', q::text FROM texts, news_quotes(body) q
WHERE q.speaker_no IS NOT NULL AND NOT EXISTS
	(SELECT FROM news_entities(body) e WHERE e.entity_no = q.speaker_no AND e.name = q.speaker);

INSERT INTO wrong SELECT id, 'speaker', s::text FROM texts, news_speakers(body) s
WHERE s.speaker_no IS NOT NULL AND NOT EXISTS
	(SELECT FROM news_entities(body) e WHERE e.entity_no = s.speaker_no AND e.name = s.name);

INSERT INTO wrong SELECT id, 'entity of mention', m::text FROM texts, news_mentions(body) m
WHERE m.entity_no IS NOT NULL AND NOT EXISTS
	(SELECT FROM news_entities(body) e WHERE e.entity_no = m.entity_no AND e.name = m.name);

INSERT INTO wrong SELECT id, 'quote of mention', m::text FROM texts, news_mentions(body) m
WHERE m.quote_no IS NOT NULL AND NOT EXISTS
	(SELECT FROM news_quotes(body) q WHERE q.quote_no = m.quote_no AND m.at <@ q.content_at);

INSERT INTO wrong SELECT id, 'entity', e::text FROM texts, news_entities(body) e
WHERE e.key IS DISTINCT FROM news_key(e.name) OR NOT pg_temp.is_inside(body, first_at);

INSERT INTO wrong SELECT id, 'empty string', q::text FROM texts, news_quotes(body) q
WHERE '' IN (content, speaker, role, affiliation, source, cue, verb, addressee, channel);

INSERT INTO wrong SELECT id, 'body', news_article(body)::text FROM texts
WHERE NOT pg_temp.is_inside(body, range_merge((news_article(body)).body_at));

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
