-- Who may install, where to, and moving it afterwards.
DROP EXTENSION newsext;

-- The owner of a schema in the database needs no superuser.
CREATE ROLE regress_newsext_owner;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_newsext_owner', current_database()) \gexec
SET ROLE regress_newsext_owner;
CREATE SCHEMA press;
CREATE EXTENSION newsext SCHEMA press;
SELECT count(*) FROM press.news_quotes('');
RESET ROLE;
SELECT extowner::regrole AS owner FROM pg_extension WHERE extname = 'newsext';

-- Others may call the functions once they may use the schema.
CREATE ROLE regress_newsext_reader;
SET ROLE regress_newsext_reader;
SELECT press.news_key('Dana Whitcomb');
RESET ROLE;
GRANT USAGE ON SCHEMA press TO regress_newsext_reader;
SET ROLE regress_newsext_reader;
SELECT press.news_key('Dana Whitcomb');
RESET ROLE;

-- Found in any schema, whatever the search path holds.
SET search_path = pg_catalog;
SELECT count(*) FROM press.news_speakers('');
RESET search_path;
ALTER EXTENSION newsext SET SCHEMA public;
SELECT news_key('Dana Whitcomb');
SELECT count(*) FROM press.news_quotes('');

-- Nothing is left behind.
DROP EXTENSION newsext;
SELECT count(*) FROM pg_type WHERE typname LIKE 'news\_%';
SELECT count(*) FROM pg_proc WHERE proname LIKE 'news\_%';
DROP SCHEMA press;
SELECT format('REVOKE CREATE ON DATABASE %I FROM regress_newsext_owner', current_database()) \gexec
DROP ROLE regress_newsext_owner, regress_newsext_reader;
CREATE EXTENSION newsext;
