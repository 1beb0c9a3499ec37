-- What is no article is no error: NULL gives NULL or no row, '' no row.
\pset null '(null)'
SELECT count(*) FROM news_quotes(NULL);
SELECT count(*) FROM news_quotes('');
SELECT count(*) FROM news_tokens(E' \n\t ');
SELECT news_article(NULL) IS NULL AS null_gives_null, news_article('');
SELECT news_key(NULL), news_key(''), news_key('  ');
SELECT news_speaker_names(NULL), news_speaker_names('');
SELECT news_entity_names(NULL), news_entity_names(''), news_entity_names('', 'person'),
       news_entity_names('', NULL);

-- 64 MiB are read, one byte more is not. A parameter that makes no sense is
-- refused.
SELECT count(*) FROM news_quotes(repeat(' ', 67108864));
SELECT count(*) FROM news_quotes(repeat(' ', 67108865));
SELECT news_entity_names('', 'frog');
SELECT news_entity_names('', repeat('frog', 1000));

-- Each error has its SQLSTATE.
\set VERBOSITY sqlstate
SELECT count(*) FROM news_quotes(repeat(' ', 67108865));
SELECT news_entity_names('', 'frog');
