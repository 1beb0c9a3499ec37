-- A type that is narrower than the library knows is filled as far as it goes;
-- one that is wider comes from newer SQL and is refused.
CREATE TABLE told (body text);
INSERT INTO told VALUES ('"We vote at noon," Dana Whitcomb said.');

BEGIN;
ALTER TYPE news_sentence DROP ATTRIBUTE zone;
ALTER TYPE news_sentence DROP ATTRIBUTE at;
SELECT s.* FROM told, news_sentences(body) s;
ROLLBACK;

BEGIN;
ALTER TYPE news_sentence ADD ATTRIBUTE mood text;
SELECT s.* FROM told, news_sentences(body) s;
ROLLBACK;

BEGIN;
ALTER TYPE news_article ADD ATTRIBUTE mood text;
SELECT news_article(body) FROM told;
ROLLBACK;

-- Results can be stored, and the type may grow under them.
CREATE TABLE stored AS SELECT s FROM told, news_sentences(body) s;
BEGIN;
ALTER TYPE news_sentence ADD ATTRIBUTE mood text;
SELECT (s).sentence_no, (s).content, (s).mood IS NULL AS is_null FROM stored;
ROLLBACK;

-- A domain over the type, a column list, a whole row, an array of rows.
SELECT pg_typeof(news_article(body)) FROM told;
SELECT count(*) FROM told, ROWS FROM (news_sentences(body), news_quotes(body)) AS r;
SELECT array_length(array(SELECT news_sentences(body)), 1) FROM told;
SELECT (news_sentences(body)).content FROM told;

DROP TABLE told, stored;
