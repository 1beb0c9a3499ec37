/* sql/newsext--0.9--1.0.sql */

-- complain if script is sourced in psql, rather than via ALTER EXTENSION
\echo Use "ALTER EXTENSION newsext UPDATE TO '1.0'" to load this file. \quit

-- Results of 1.0 differ from those of 0.9: rebuild what was built from them;
-- news_outdated lists it.

-- Search: positions of a tsvector are numbers of quotes, so that <0> in a
-- query says "in the same quote".

CREATE FUNCTION news_tsvector(body text) RETURNS tsvector
AS 'MODULE_PATHNAME', 'newsext_tsvector'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_tsvector(text) IS
'quotes of a news article for a GIN index: position = quote, A = speaker, B = words, C = names mentioned, D = verb and kind';

CREATE FUNCTION news_tsquery(speaker text DEFAULT NULL, words text DEFAULT NULL,
	about text DEFAULT NULL, kind text DEFAULT NULL) RETURNS tsquery
AS 'MODULE_PATHNAME', 'newsext_tsquery'
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION news_tsquery(text, text, text, text) IS
'query for news_tsvector(): speaker said words about a name in one quote of this kind or with this verb; NULL leaves a part out';

CREATE FUNCTION news_quotes_matching(body text, query tsquery) RETURNS SETOF news_quote
AS 'MODULE_PATHNAME', 'newsext_quotes_matching'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 12000 ROWS 2;
COMMENT ON FUNCTION news_quotes_matching(text, tsquery) IS
'quotes of a news article that answer a query of news_tsquery()';

-- Attributes of a quote as functions, which a foreign server can evaluate.

CREATE FUNCTION kind(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_kind'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION kind(news_quote) IS 'kind of a quote';

CREATE FUNCTION content(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_content'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION content(news_quote) IS 'words of a quote';

CREATE FUNCTION speaker(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_speaker'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION speaker(news_quote) IS 'speaker of a quote';

CREATE FUNCTION role(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_role'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION role(news_quote) IS 'role of the speaker of a quote';

CREATE FUNCTION affiliation(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_affiliation'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION affiliation(news_quote) IS 'affiliation of the speaker of a quote';

CREATE FUNCTION verb(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_verb'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION verb(news_quote) IS 'lemma of the cue of a quote';

CREATE FUNCTION mode(quote news_quote) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_quote_mode'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION mode(news_quote) IS 'mode of a quote: speech, thought or evidence';

CREATE FUNCTION confidence(quote news_quote) RETURNS float4
AS 'MODULE_PATHNAME', 'newsext_quote_confidence'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION confidence(news_quote) IS 'confidence of a quote';

-- Why the quotes are what they are.

CREATE TYPE news_explanation AS (
	quote_no int4,
	step text,
	chosen bool,
	words text,
	at int4range,
	score float4,
	reason text
);
COMMENT ON TYPE news_explanation IS
'one step on the way to a quote, for people to read';
COMMENT ON COLUMN news_explanation.quote_no IS
'the quote; NULL for a cue that made none';
COMMENT ON COLUMN news_explanation.step IS
'quote, cue or speaker';
COMMENT ON COLUMN news_explanation.chosen IS
'false for a cue that was passed over and for who could have been the speaker';
COMMENT ON COLUMN news_explanation.words IS
'content of the quote, the cue, or the name of the speaker';
COMMENT ON COLUMN news_explanation.at IS
'where they stand';
COMMENT ON COLUMN news_explanation.score IS
'of a quote its confidence, of a cue log odds, of a speaker the sum of weights';
COMMENT ON COLUMN news_explanation.reason IS
'what decided';

CREATE FUNCTION news_explain(body text) RETURNS SETOF news_explanation
AS 'MODULE_PATHNAME', 'newsext_explain'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 12000 ROWS 60;
COMMENT ON FUNCTION news_explain(text) IS
'why the quotes of a news article are what they are: rules, scores, cues passed over, who else could have spoken';

-- What was built from results of another version. The version stands in the
-- comment of the object, as "newsext 1.0.4"; the column record writes it there.

CREATE VIEW news_outdated AS
WITH call AS (
	SELECT d.classid, d.objid
	FROM pg_catalog.pg_depend d
	JOIN pg_catalog.pg_depend e ON e.classid OPERATOR(pg_catalog.=) d.refclassid
		AND e.objid OPERATOR(pg_catalog.=) d.refobjid
	JOIN pg_catalog.pg_extension x ON x.oid OPERATOR(pg_catalog.=) e.refobjid
	WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
		AND e.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::pg_catalog.regclass
		AND e.deptype OPERATOR(pg_catalog.=) 'e'
		AND x.extname OPERATOR(pg_catalog.=) 'newsext'
), built AS (
	SELECT 'index' AS kind, c.oid::pg_catalog.regclass::text AS object,
		'INDEX' AS comment_kind,
		pg_catalog.format('REINDEX INDEX %s', c.oid::pg_catalog.regclass) AS rebuild,
		pg_catalog.obj_description(c.oid, 'pg_class') AS comment
	FROM pg_catalog.pg_class c
	WHERE c.relkind OPERATOR(pg_catalog.=) 'i' AND EXISTS (
		SELECT FROM call
		WHERE call.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
			AND call.objid OPERATOR(pg_catalog.=) c.oid)
	UNION ALL
	SELECT 'generated column',
		pg_catalog.format('%s.%I', a.attrelid::pg_catalog.regclass, a.attname),
		'COLUMN',
		-- anew only when a column that it is computed of is set, not by = DEFAULT
		(SELECT pg_catalog.format('UPDATE %1$s SET %2$I = %2$I', a.attrelid::pg_catalog.regclass, b.attname)
			FROM pg_catalog.pg_depend u
			JOIN pg_catalog.pg_attribute b ON b.attrelid OPERATOR(pg_catalog.=) u.refobjid
				AND b.attnum OPERATOR(pg_catalog.=) u.refobjsubid
			WHERE u.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
				AND u.objid OPERATOR(pg_catalog.=) f.oid
				AND u.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
				AND b.attnum OPERATOR(pg_catalog.<>) f.adnum
			ORDER BY b.attnum LIMIT 1),
		pg_catalog.col_description(a.attrelid, a.attnum)
	FROM pg_catalog.pg_attribute a
	JOIN pg_catalog.pg_attrdef f ON f.adrelid OPERATOR(pg_catalog.=) a.attrelid
		AND f.adnum OPERATOR(pg_catalog.=) a.attnum
	WHERE a.attgenerated OPERATOR(pg_catalog.=) 's' AND EXISTS (
		SELECT FROM call
		WHERE call.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
			AND call.objid OPERATOR(pg_catalog.=) f.oid)
	UNION ALL
	SELECT 'materialized view', c.oid::pg_catalog.regclass::text, 'MATERIALIZED VIEW',
		pg_catalog.format('REFRESH MATERIALIZED VIEW %s', c.oid::pg_catalog.regclass),
		pg_catalog.obj_description(c.oid, 'pg_class')
	FROM pg_catalog.pg_class c
	JOIN pg_catalog.pg_rewrite r ON r.ev_class OPERATOR(pg_catalog.=) c.oid
	WHERE c.relkind OPERATOR(pg_catalog.=) 'm' AND EXISTS (
		SELECT FROM call
		WHERE call.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
			AND call.objid OPERATOR(pg_catalog.=) r.oid)
), known AS (
	SELECT built.*,
		pg_catalog.substring(comment, 'newsext ([0-9][0-9.]*)') AS built_under
	FROM built
)
SELECT kind, object, built_under, news_version() AS version, rebuild,
	pg_catalog.format('COMMENT ON %s %s IS %L', comment_kind, object,
		CASE WHEN built_under IS NULL
			THEN pg_catalog.concat_ws('; ', comment,
				pg_catalog.concat('newsext ', news_version()))
			ELSE pg_catalog.regexp_replace(comment, 'newsext [0-9][0-9.]*',
				pg_catalog.concat('newsext ', news_version()))
		END) AS record
FROM known
WHERE built_under IS DISTINCT FROM news_version();
COMMENT ON VIEW news_outdated IS
'indexes, generated columns and materialized views whose results are of another version, with the statements that rebuild them and record it';
COMMENT ON COLUMN news_outdated.kind IS
'index, generated column or materialized view';
COMMENT ON COLUMN news_outdated.object IS
'its name';
COMMENT ON COLUMN news_outdated.built_under IS
'version of the results recorded in its comment; NULL when none is';
COMMENT ON COLUMN news_outdated.version IS
'version of the results now';
COMMENT ON COLUMN news_outdated.rebuild IS
'statement that builds it anew';
COMMENT ON COLUMN news_outdated.record IS
'statement that records the version, to be run after the other';
GRANT SELECT ON news_outdated TO PUBLIC;
