-- What is no article is no error: NULL gives NULL or no row, '' no row.
CREATE EXTENSION newsext;
SELECT count(*) FROM news_quotes(NULL);
SELECT count(*) FROM news_quotes('');
SELECT news_article(NULL) IS NULL AS no_article, news_article('') IS NOT NULL AS has_row;
SELECT news_key(NULL) IS NULL AS no_key, news_key('') IS NULL AS no_key_of_nothing;
SELECT news_speaker_names(NULL), news_speaker_names('');
\set VERBOSITY verbose
SELECT count(*) FROM news_quotes(repeat('x', 67108865));
SELECT news_entity_names('', 'frog');
