-- An installation of 0.9 that is used, updated to 1.0: what uses it goes on
-- working, before and after the update, and afterwards it has what a new
-- installation has.  bin/test has put test/old into the server's folder.
CREATE EXTENSION newsext VERSION '0.9';
CREATE VIEW uses_quotes AS SELECT q.* FROM news_quotes('"It leaks," said Ivo Lund.') q;
CREATE VIEW uses_speakers AS SELECT s.* FROM news_speakers('"It leaks," said Ivo Lund.') s;
CREATE VIEW uses_entities AS SELECT e.* FROM news_entities('"It leaks," said Ivo Lund.') e;
CREATE VIEW uses_mentions AS SELECT m.* FROM news_mentions('"It leaks," said Ivo Lund.') m;
CREATE VIEW uses_article AS SELECT * FROM news_article('"It leaks," said Ivo Lund.');
CREATE VIEW uses_zones AS SELECT z.* FROM news_zones('"It leaks," said Ivo Lund.') z;
CREATE VIEW uses_sentences AS SELECT s.* FROM news_sentences('"It leaks," said Ivo Lund.') s;
CREATE VIEW uses_tokens AS SELECT t.* FROM news_tokens('"It leaks," said Ivo Lund.') t;
CREATE VIEW uses_keys AS SELECT news_key('Ivo LUND') AS key, news_version() AS version,
	news_speaker_names('"It leaks," said Ivo Lund.') AS speakers,
	news_entity_names('"It leaks," said Ivo Lund.', 'person') AS people,
	news_text('abc', int4range(1, 3)) AS cut;
CREATE TABLE kept AS SELECT 1 AS id, q AS quote FROM news_quotes('"It leaks," said Ivo Lund.') q;
CREATE INDEX kept_key ON kept (news_key((quote).speaker));

CREATE FUNCTION answers() RETURNS text LANGUAGE sql AS $$
	SELECT concat((SELECT string_agg(t::text, '') FROM uses_quotes t), (SELECT string_agg(t::text, '') FROM uses_speakers t),
		(SELECT string_agg(t::text, '') FROM uses_entities t), (SELECT string_agg(t::text, '') FROM uses_mentions t),
		(SELECT t::text FROM uses_article t), (SELECT string_agg(t::text, '') FROM uses_zones t),
		(SELECT string_agg(t::text, '') FROM uses_sentences t), (SELECT string_agg(t::text, '') FROM uses_tokens t),
		(SELECT t::text FROM uses_keys t), (SELECT string_agg(t::text, '') FROM kept t))
$$;
SELECT answers() AS before \gset
ALTER EXTENSION newsext UPDATE TO '1.0';
SELECT answers() = :'before' AS same \gset
\if :same
\else
	\warn the update changed answers
	SELECT 1 / 0;
\endif
SELECT count(*) FROM news_explain('"It leaks," said Ivo Lund.');
SELECT speaker(quote), object FROM kept, news_outdated;
