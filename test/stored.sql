-- What a database may keep of results: generated columns, expression indexes,
-- rows of the composite types, a materialized view.  bin/test dumps and
-- restores it.
CREATE TABLE stored (
	id int PRIMARY KEY,
	body text NOT NULL,
	speakers text[] GENERATED ALWAYS AS (news_speaker_names(body)) STORED,
	said tsvector GENERATED ALWAYS AS (news_tsvector(body)) STORED,
	layout news_article GENERATED ALWAYS AS (news_article(body)) STORED
);
INSERT INTO stored (id, body)
SELECT row_number() OVER (ORDER BY id), body FROM texts WHERE body <> '';
CREATE INDEX stored_said ON stored USING gin (said);
CREATE INDEX stored_names ON stored USING gin (news_entity_names(body));
CREATE INDEX stored_keys ON stored (news_key(left(body, 40)));
CREATE TABLE stored_quote AS SELECT id, q AS quote FROM stored, news_quotes(body) q;
CREATE MATERIALIZED VIEW stored_speaker AS SELECT id, s.* FROM stored, news_speakers(body) s;
COMMENT ON INDEX stored_said IS 'newsext 1.0.4';
