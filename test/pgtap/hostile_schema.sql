-- Traps laid before the installation: in the schema it goes to, and in the
-- temporary one.
\set QUIET 1
BEGIN;
SET client_min_messages = warning;
SELECT plan(4);

DROP EXTENSION newsext;
CREATE SCHEMA trap;
CREATE TABLE trap.sprung (what text);
CREATE FUNCTION trap.spring(what text) RETURNS bool LANGUAGE sql AS 'INSERT INTO trap.sprung VALUES ($1) RETURNING true';
CREATE FUNCTION trap.equal(oid, regclass) RETURNS bool LANGUAGE sql AS $$ SELECT trap.spring('operator') $$;
CREATE OPERATOR trap.= (LEFTARG = oid, RIGHTARG = regclass, FUNCTION = trap.equal);
CREATE FUNCTION trap.format(text, regclass) RETURNS text LANGUAGE sql AS $$ SELECT trap.spring('format')::text $$;
CREATE FUNCTION trap.format(text, regclass, name) RETURNS text LANGUAGE sql AS $$ SELECT trap.spring('format')::text $$;
CREATE FUNCTION trap.concat(text, text) RETURNS text LANGUAGE sql AS $$ SELECT trap.spring('concat')::text $$;
CREATE FUNCTION trap.concat_ws(text, text, text) RETURNS text LANGUAGE sql AS $$ SELECT trap.spring('concat_ws')::text $$;
CREATE TEMP TABLE pg_depend (LIKE pg_catalog.pg_depend);
CREATE TEMP TABLE pg_class (relname name);
CREATE TYPE pg_temp.text AS (trapped int);
CREATE TYPE pg_temp.int4range AS (trapped int);

SET search_path = trap, pg_catalog, public;
CREATE EXTENSION newsext SCHEMA trap;
-- Were they in use, they could not be dropped.
DROP TYPE pg_temp.text, pg_temp.int4range;
CREATE TABLE trap.kept (body pg_catalog.text, keys pg_catalog.text[] GENERATED ALWAYS AS (trap.news_speaker_names(body)) STORED);
SELECT is(count(*), 1::bigint, 'its view answers') FROM trap.news_outdated WHERE object = 'trap.kept.keys' OR object = 'kept.keys';
SELECT is(count(*), 1::bigint, 'and so do its functions') FROM trap.news_quotes('"No," said Ann Lee.');
SELECT is(count(*), 0::bigint, 'no trap was sprung') FROM trap.sprung;
DROP EXTENSION newsext CASCADE;

-- What stands under one of its names already is not adopted.
CREATE FUNCTION trap.news_version() RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT 'mine'::pg_catalog.text $$;
SELECT throws_ok('CREATE EXTENSION newsext SCHEMA trap', '42723', NULL::pg_catalog.text, 'a function of that name stops the installation');

SELECT * FROM finish();
ROLLBACK;
