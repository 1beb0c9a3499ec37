-- Bytes of no encoding: never an error, positions in bytes.
\set QUIET 1
BEGIN;
SET client_encoding = 'SQL_ASCII';
SELECT plan(7);

CREATE FUNCTION text_of(bytes bytea) RETURNS text LANGUAGE sql RETURN convert_from(bytes, 'SQL_ASCII');

-- UTF-8 is read, curly marks and all.
CREATE TABLE told (body text);
INSERT INTO told VALUES (text_of('\xe2809c') || 'We vote,' || text_of('\xe2809d') || ' Dana Whitcomb said.');
SELECT is((SELECT at FROM told, news_tokens(body) WHERE token_no = 1), int4range(1, 4),
	'a curly mark is one token of three bytes');
SELECT is((SELECT max(upper(at)) FROM told, news_tokens(body)), (SELECT octet_length(body) + 1 FROM told),
	'positions count bytes');

-- Half a character, a lone byte, bytes of LATIN1.
SELECT lives_ok($$SELECT count(*) FROM news_quotes(text_of('\x22e280') || 'a" he said')$$, 'truncated character');
SELECT lives_ok($$SELECT count(*) FROM news_tokens(text_of('\xff'))$$, 'lone byte');
SELECT lives_ok($$SELECT news_key(text_of('\x5a6fe9'))$$, 'key of LATIN1 bytes');
SELECT lives_ok($$SELECT count(*) FROM news_mentions((SELECT text_of(string_agg(decode(lpad(to_hex(1 + (n * 7919) % 255), 2, '0'), 'hex'), ''))
	FROM generate_series(1, 20000) n))$$, 'bytes at random');
SELECT is((SELECT count(*) FROM (SELECT text_of(string_agg(decode(lpad(to_hex(1 + (n * 7919) % 255), 2, '0'), 'hex'), '')) AS body
	FROM generate_series(1, 5000) n) t, news_tokens(body)
	WHERE form <> substring(body FROM lower(at) FOR upper(at) - lower(at))), 0::bigint,
	'what stands at a range of random bytes');

SELECT * FROM finish();
ROLLBACK;
