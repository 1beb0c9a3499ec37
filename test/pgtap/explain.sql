-- Why the quotes are what they are.
\set QUIET 1
BEGIN;
SELECT plan(8);

CREATE TABLE story AS SELECT
'Priya Nadar met Anil Roy at the dam on Monday.

"It leaks," said Roy, the engineer.

She said the repairs would take a year.' AS body;
CREATE TABLE step AS SELECT e.* FROM story, news_explain(body) e;

SELECT set_eq('SELECT quote_no, words FROM step WHERE step = ''quote''',
	'SELECT quote_no, content FROM story, news_quotes(body)', 'a row for each quote');
SELECT set_eq('SELECT quote_no, score FROM step WHERE step = ''quote''',
	'SELECT quote_no, confidence FROM story, news_quotes(body)', 'with its confidence');
SELECT set_eq('SELECT quote_no, words FROM step WHERE step = ''speaker'' AND chosen',
	'SELECT quote_no, speaker FROM story, news_quotes(body)', 'who was chosen is the speaker');
SELECT set_eq('SELECT words FROM step WHERE step = ''cue'' AND chosen',
	ARRAY['said'], 'the cues of the quotes');
SELECT isnt_empty($$SELECT FROM step WHERE step = 'speaker' AND quote_no = 2 AND chosen AND reason LIKE '%;%'$$,
	'reasons are given for a pronoun');
SELECT is_empty($$SELECT FROM step, story WHERE step = 'cue' AND words <> news_text(body, at)$$,
	'words stand where the row says');
SELECT is_empty('SELECT * FROM news_explain(NULL)', 'NULL has no row');
SELECT is_empty('SELECT * FROM news_explain('''')', 'no text has none');

SELECT * FROM finish();
ROLLBACK;
