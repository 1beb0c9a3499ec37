/* sql/newsext--1.0.sql */

-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION newsext" to load this file. \quit

-- Results. Positions are characters from 1, half-open. A value that is absent
-- is NULL. A stored type can only grow at its end.

CREATE TYPE news_quote AS (
	quote_no int4,
	kind text,
	content text,
	speaker text,
	speaker_kind text,
	role text,
	affiliation text,
	source text,
	cue text,
	verb text,
	mode text,
	negated bool,
	addressee text,
	channel text,
	content_at int4multirange,
	source_at int4range,
	cue_at int4range,
	paragraph int4,
	sentence int4,
	parent int4,
	speaker_no int4,
	confidence float4,
	rule text
);
COMMENT ON TYPE news_quote IS
'one quote: who said what, by which words, where';
COMMENT ON COLUMN news_quote.quote_no IS
'1, 2, ... in the order of the text';
COMMENT ON COLUMN news_quote.kind IS
'direct (all between marks), mixed (partly) or indirect (no marks)';
COMMENT ON COLUMN news_quote.content IS
'the words, outer marks removed; pieces joined by a space, or a blank line between paragraphs';
COMMENT ON COLUMN news_quote.speaker IS
'full name of who spoke: the fullest form in the article, without title; NULL when not known';
COMMENT ON COLUMN news_quote.speaker_kind IS
'person, organization, place, group, unnamed, document or unknown';
COMMENT ON COLUMN news_quote.role IS
'role of the speaker as written nearest: "spokeswoman", "president"';
COMMENT ON COLUMN news_quote.affiliation IS
'full name of the organisation the speaker is said to belong to';
COMMENT ON COLUMN news_quote.source IS
'the source as written, with its apposition; NULL when none stands there';
COMMENT ON COLUMN news_quote.cue IS
'the reporting words as written: "said", "according to", ":"';
COMMENT ON COLUMN news_quote.verb IS
'lemma of the cue: "say"; NULL for a cue that is no verb';
COMMENT ON COLUMN news_quote.mode IS
'speech, thought (told as the inner state of the source) or evidence (a poll shows)';
COMMENT ON COLUMN news_quote.negated IS
'true for "did not say", "declined to say"';
COMMENT ON COLUMN news_quote.addressee IS
'whom it was told';
COMMENT ON COLUMN news_quote.channel IS
'interview, statement, speech, writing, social media, testimony, report, ...; NULL when not said';
COMMENT ON COLUMN news_quote.content_at IS
'where the pieces of the content stand, marks included';
COMMENT ON COLUMN news_quote.source_at IS
'where the source stands';
COMMENT ON COLUMN news_quote.cue_at IS
'where the cue stands';
COMMENT ON COLUMN news_quote.paragraph IS
'paragraph in which the content begins, from 1';
COMMENT ON COLUMN news_quote.sentence IS
'sentence in which the content begins, from 1';
COMMENT ON COLUMN news_quote.parent IS
'quote_no of the quote in which this one is nested';
COMMENT ON COLUMN news_quote.speaker_no IS
'entity_no of the speaker';
COMMENT ON COLUMN news_quote.confidence IS
'0 to 1: share of quotes like this one that have the right content and speaker';
COMMENT ON COLUMN news_quote.rule IS
'the rule or model that decided';

CREATE TYPE news_speaker AS (
	speaker_no int4,
	name text,
	kind text,
	role text,
	affiliation text,
	quotes int4,
	words int4,
	forms text[],
	first_at int4range
);
COMMENT ON TYPE news_speaker IS
'one speaker of an article';
COMMENT ON COLUMN news_speaker.speaker_no IS
'entity_no of the speaker; NULL for a speaker who is no entity, such as a group';
COMMENT ON COLUMN news_speaker.name IS
'fullest form of the name, without title';
COMMENT ON COLUMN news_speaker.kind IS
'person, organization, place, group, unnamed, document or unknown';
COMMENT ON COLUMN news_speaker.role IS
'role as written: "mayor"';
COMMENT ON COLUMN news_speaker.affiliation IS
'full name of the organisation the speaker is said to belong to';
COMMENT ON COLUMN news_speaker.quotes IS
'number of quotes';
COMMENT ON COLUMN news_speaker.words IS
'number of words spoken';
COMMENT ON COLUMN news_speaker.forms IS
'how the text calls the speaker, each form once';
COMMENT ON COLUMN news_speaker.first_at IS
'where the speaker is mentioned first';

CREATE TYPE news_entity AS (
	entity_no int4,
	kind text,
	name text,
	key text,
	role text,
	affiliation text,
	mentions int4,
	forms text[],
	first_at int4range
);
COMMENT ON TYPE news_entity IS
'one person, organisation, place, date or other thing named in an article';
COMMENT ON COLUMN news_entity.entity_no IS
'1, 2, ... in the order of the text';
COMMENT ON COLUMN news_entity.kind IS
'person, organization, place, nationality, event, work, date, time, money, percent, number, email, url, handle or misc';
COMMENT ON COLUMN news_entity.name IS
'fullest form of the name, without title';
COMMENT ON COLUMN news_entity.key IS
'news_key() of the name, for joins';
COMMENT ON COLUMN news_entity.role IS
'role as written: "mayor"';
COMMENT ON COLUMN news_entity.affiliation IS
'full name of the organisation the person is said to belong to';
COMMENT ON COLUMN news_entity.mentions IS
'number of mentions: names, nouns and pronouns';
COMMENT ON COLUMN news_entity.forms IS
'how the text calls it, each form once';
COMMENT ON COLUMN news_entity.first_at IS
'where it is mentioned first';

CREATE TYPE news_mention AS (
	entity_no int4,
	kind text,
	name text,
	form text,
	form_kind text,
	at int4range,
	paragraph int4,
	sentence int4,
	quote_no int4
);
COMMENT ON TYPE news_mention IS
'one place in the text where an entity is mentioned';
COMMENT ON COLUMN news_mention.entity_no IS
'entity that is meant; NULL when not known';
COMMENT ON COLUMN news_mention.kind IS
'kind of the entity';
COMMENT ON COLUMN news_mention.name IS
'name of the entity';
COMMENT ON COLUMN news_mention.form IS
'the words as they stand in the text';
COMMENT ON COLUMN news_mention.form_kind IS
'name, nominal ("the minister") or pronoun';
COMMENT ON COLUMN news_mention.at IS
'where the words stand';
COMMENT ON COLUMN news_mention.paragraph IS
'paragraph, from 1';
COMMENT ON COLUMN news_mention.sentence IS
'sentence, from 1';
COMMENT ON COLUMN news_mention.quote_no IS
'quote inside which the words stand';

CREATE TYPE news_article AS (
	headline text,
	deck text,
	section text,
	publication text,
	edition text,
	authors text[],
	author_places text[],
	dateline text,
	body_at int4multirange
);
COMMENT ON TYPE news_article IS
'layout of an article: what stands around and above its body';
COMMENT ON COLUMN news_article.headline IS
'headline';
COMMENT ON COLUMN news_article.deck IS
'lines below the headline that sum the article up';
COMMENT ON COLUMN news_article.section IS
'section of the publication';
COMMENT ON COLUMN news_article.publication IS
'newspaper, agency or site';
COMMENT ON COLUMN news_article.edition IS
'date or number of the edition';
COMMENT ON COLUMN news_article.authors IS
'names of the byline, in name case';
COMMENT ON COLUMN news_article.author_places IS
'places of the byline, one for each author, NULL where none is given';
COMMENT ON COLUMN news_article.dateline IS
'dateline: "NAIROBI, Kenya (AP)"';
COMMENT ON COLUMN news_article.body_at IS
'where the body stands';

CREATE TYPE news_zone AS (
	zone text,
	at int4range,
	content text
);
COMMENT ON TYPE news_zone IS
'one zone of the layout';
COMMENT ON COLUMN news_zone.zone IS
'headline, deck, section, publication, byline, dateline, body or boilerplate';
COMMENT ON COLUMN news_zone.at IS
'where it stands';
COMMENT ON COLUMN news_zone.content IS
'its text';

CREATE TYPE news_sentence AS (
	sentence_no int4,
	paragraph int4,
	zone text,
	at int4range,
	content text
);
COMMENT ON TYPE news_sentence IS
'one sentence';
COMMENT ON COLUMN news_sentence.sentence_no IS
'1, 2, ... in the order of the text';
COMMENT ON COLUMN news_sentence.paragraph IS
'paragraph, from 1';
COMMENT ON COLUMN news_sentence.zone IS
'zone of the layout';
COMMENT ON COLUMN news_sentence.at IS
'where it stands';
COMMENT ON COLUMN news_sentence.content IS
'its text';

CREATE TYPE news_token AS (
	token_no int4,
	form text,
	kind text,
	tag text,
	name text,
	lemma text,
	sentence int4,
	paragraph int4,
	at int4range
);
COMMENT ON TYPE news_token IS
'one token: a word, number, mark, address';
COMMENT ON COLUMN news_token.token_no IS
'1, 2, ... in the order of the text';
COMMENT ON COLUMN news_token.form IS
'the token as it stands in the text';
COMMENT ON COLUMN news_token.kind IS
'word, number, punctuation, mark, symbol, url, email or handle';
COMMENT ON COLUMN news_token.tag IS
'part of speech, a Penn Treebank tag';
COMMENT ON COLUMN news_token.name IS
'label of the name tagger: B-PER begins the name of a person, I-PER goes on; NULL outside names';
COMMENT ON COLUMN news_token.lemma IS
'dictionary form';
COMMENT ON COLUMN news_token.sentence IS
'sentence, from 1';
COMMENT ON COLUMN news_token.paragraph IS
'paragraph, from 1';
COMMENT ON COLUMN news_token.at IS
'where it stands';

-- Functions of the text alone: no table, no setting, no locale. COST is in
-- units of a simple operator: reading an article of some thousand characters
-- takes as long as ten thousand of them.

CREATE FUNCTION news_quotes(body text) RETURNS SETOF news_quote
AS 'MODULE_PATHNAME', 'newsext_quotes'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
COMMENT ON FUNCTION news_quotes(text) IS
'quotes of a news article: who said what';

CREATE FUNCTION news_speakers(body text) RETURNS SETOF news_speaker
AS 'MODULE_PATHNAME', 'newsext_speakers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 8;
COMMENT ON FUNCTION news_speakers(text) IS
'speakers of a news article, with the number of their quotes and words';

CREATE FUNCTION news_entities(body text) RETURNS SETOF news_entity
AS 'MODULE_PATHNAME', 'newsext_entities'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 40;
COMMENT ON FUNCTION news_entities(text) IS
'people, organisations, places, dates and other things named in a news article';

CREATE FUNCTION news_mentions(body text) RETURNS SETOF news_mention
AS 'MODULE_PATHNAME', 'newsext_mentions'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 120;
COMMENT ON FUNCTION news_mentions(text) IS
'each place where a news article mentions an entity';

CREATE FUNCTION news_article(body text) RETURNS news_article
AS 'MODULE_PATHNAME', 'newsext_article'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_article(text) IS
'layout of a news article: headline, authors, place, body';

CREATE FUNCTION news_zones(body text) RETURNS SETOF news_zone
AS 'MODULE_PATHNAME', 'newsext_zones'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 8;
COMMENT ON FUNCTION news_zones(text) IS
'zones of a news article in the order of the text';

CREATE FUNCTION news_sentences(body text) RETURNS SETOF news_sentence
AS 'MODULE_PATHNAME', 'newsext_sentences'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30;
COMMENT ON FUNCTION news_sentences(text) IS
'sentences of a news article';

CREATE FUNCTION news_tokens(body text) RETURNS SETOF news_token
AS 'MODULE_PATHNAME', 'newsext_tokens'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 800;
COMMENT ON FUNCTION news_tokens(text) IS
'tokens of a news article, with parts of speech and names';

CREATE FUNCTION news_speaker_names(body text) RETURNS text[]
AS 'MODULE_PATHNAME', 'newsext_speaker_names'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_speaker_names(text) IS
'keys of the speakers of a news article, sorted, for a GIN index';

CREATE FUNCTION news_entity_names(body text) RETURNS text[]
AS 'MODULE_PATHNAME', 'newsext_entity_names'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_entity_names(text) IS
'keys of all names in a news article, sorted, for a GIN index; dates, money and other values are left out';

CREATE FUNCTION news_entity_names(body text, kind text) RETURNS text[]
AS 'MODULE_PATHNAME', 'newsext_entity_names'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_entity_names(text, text) IS
'keys of the entities of one kind in a news article, sorted, for a GIN index';

CREATE FUNCTION news_key(name text) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION news_key(text) IS
'key of a name for joins: case-folded, unaccented, without title';

CREATE FUNCTION news_text(body text, at int4range) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_text_range'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION news_text(text, int4range) IS
'text at a range of characters; NULL when nothing stands there';

CREATE FUNCTION news_text(body text, at int4multirange) RETURNS text
AS 'MODULE_PATHNAME', 'newsext_text_multirange'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION news_text(text, int4multirange) IS
'text at several ranges, joined by a space, or a blank line when a line ends between them';

CREATE FUNCTION news_version() RETURNS text
AS 'MODULE_PATHNAME', 'newsext_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION news_version() IS
'version of the results: changes when any result may change';

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
