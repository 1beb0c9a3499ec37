-- LATIN1: one byte a character, read as UTF-8, given back as LATIN1.
\set QUIET 1
BEGIN;
SELECT plan(5);

CREATE TABLE told (body text);
INSERT INTO told VALUES ('Zoë Müller-Çelik said «¡Überfällig!» in Köln.');
SELECT is((SELECT count(*) FROM told, news_tokens(body)
	WHERE form <> substring(body FROM lower(at) FOR upper(at) - lower(at))), 0::bigint,
	'tokens stand where they say');
SELECT is((SELECT max(upper(at)) FROM told, news_tokens(body)), (SELECT length(body) + 1 FROM told),
	'positions count characters');
SELECT is(news_text(body, int4range(1, 4)), 'Zoë', 'pieces are cut by characters') FROM told;
SELECT is(news_key('Zoë  Müller'), 'zoe muller', 'keys lose their accents');

-- Control characters of the upper half have a code point too.
SELECT lives_ok($$SELECT count(*) FROM (SELECT string_agg(chr(n), '') FROM generate_series(1, 255) n) b(body), news_quotes(body)$$,
	'every byte is read');

SELECT * FROM finish();
ROLLBACK;
