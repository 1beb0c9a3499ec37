-- Answers from all that test/stored.sql keeps, in an order of their own.
SET enable_seqscan = off;
SELECT id, md5(body), speakers, md5(said::text), layout FROM stored ORDER BY id;
SELECT id FROM stored WHERE said @@ news_tsquery(words => 'council or water or school') ORDER BY id;
SELECT id FROM stored WHERE news_entity_names(body) && (SELECT news_entity_names(body) FROM stored WHERE id = 1)
ORDER BY id;
SELECT id FROM stored WHERE news_key(left(body, 40)) = (SELECT news_key(left(body, 40)) FROM stored WHERE id = 2);
SELECT id, (quote).quote_no, speaker(quote), md5((quote)::text) FROM stored_quote ORDER BY id, (quote).quote_no;
SELECT md5(string_agg(s::text, '' ORDER BY id, s::text COLLATE "C")) FROM stored_speaker s;
SELECT kind, object, built_under FROM news_outdated ORDER BY 1, 2;
