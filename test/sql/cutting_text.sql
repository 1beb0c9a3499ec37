-- news_text() cuts what substring() cuts; nothing there is NULL.
\pset null '(null)'
CREATE TABLE cut (at int4range);
INSERT INTO cut VALUES ('[1,4)'), ('[3,3]'), ('[5,100)'), ('[,4)'), ('[5,)'), ('(,)'),
       ('[0,3)'), ('[-5,2)'), ('[7,9)'), ('[-9,-1)'), ('empty');
SELECT at, news_text('abcdef', at),
       news_text('abcdef', at) = substring('abcdef' FROM coalesce(lower(at), 1)
           FOR coalesce(upper(at), 100) - coalesce(lower(at), 1)) AS as_substring
FROM cut;
DROP TABLE cut;

-- Pieces are joined by a space, or by a blank line when a line ends between.
SELECT news_text('one two three', '{[1,4),[9,14)}'::int4multirange);
SELECT news_text(E'one\ntwo three', '{[1,4),[5,8),[9,14)}'::int4multirange);
SELECT news_text('one two', '{[1,3),[3,4)}'::int4multirange) AS adjacent;
SELECT news_text('one', '{}'::int4multirange), news_text('one', '{[7,8),[9,10)}'::int4multirange),
       news_text('', '{(,)}'::int4multirange), news_text(NULL, '[1,2)'::int4range),
       news_text('one', NULL::int4range);
SELECT length(news_text(repeat('x', 1000000), '{[1,2),[500000,)}'::int4multirange));
