-- EUC_JP: characters of one to three bytes, some without a code point.
\set QUIET 1
BEGIN;
SELECT plan(5);

CREATE TABLE told (body text);
INSERT INTO told VALUES ('Kenji Sato said “東京 was quiet” on Monday, ｶﾅ and all.');
SELECT is((SELECT count(*) FROM told, news_tokens(body)
	WHERE form <> substring(body FROM lower(at) FOR upper(at) - lower(at))), 0::bigint,
	'tokens stand where they say');
SELECT is((SELECT max(upper(at)) FROM told, news_tokens(body)), (SELECT length(body) + 1 FROM told),
	'positions count characters');
SELECT is(news_text(body, int4range(18, 20)), '東京', 'pieces are cut by characters') FROM told;

-- Characters of the private rows cannot be converted: no error, a place each.
INSERT INTO told VALUES ('Kenji Sato said: "' || convert_from('\xf5a1f5a2', 'EUC_JP') || ' is mine."');
SELECT lives_ok($$SELECT count(*) FROM told, news_quotes(body)$$, 'characters without a code point');
SELECT is((SELECT max(upper(at)) FROM told, news_tokens(body) WHERE body LIKE '%mine%'),
	(SELECT length(body) + 1 FROM told WHERE body LIKE '%mine%'), 'and positions behind them are right');

SELECT * FROM finish();
ROLLBACK;
