-- Broken copies of the texts in their place: each with pieces taken out, put
-- elsewhere and doubled, and stray marks, line ends and odd characters let in.
-- The same every time.
CREATE FUNCTION pg_temp.pick(id text, salt int, below int) RETURNS int IMMUTABLE LANGUAGE sql
RETURN (abs(hashtextextended(id, salt)::numeric) % greatest(below, 1))::int;

CREATE FUNCTION pg_temp.break_once(id text, salt int, body text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN left(body, pg_temp.pick(id, salt, length(body)))
	|| (ARRAY['"', '''', U&'\201C', U&'\201D', U&'\2018', U&'\2019', '``', E'\n\n', E'\r\n', ':', '(',
		'- ', U&'\2014', U&'\+01F600', E'\x01', U&'\0301', 'said ', ' ', '.', U&'\00AB', '@', '@x: ',
		substring(body FROM pg_temp.pick(id, salt + 1, length(body)) FOR 40)])
		[1 + pg_temp.pick(id, salt + 2, 23)]
	|| substring(body FROM pg_temp.pick(id, salt + 3, 30) + pg_temp.pick(id, salt, length(body)));

CREATE FUNCTION pg_temp.break_often(id text, body text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
	FOR salt IN 1 .. 12 LOOP
		body := pg_temp.break_once(id, salt * 4, body);
	END LOOP;
	RETURN body;
END $$;

CREATE TABLE broken AS
SELECT id || '/' || n AS id, pg_temp.break_often(id || '/' || n, body) AS body
FROM texts, generate_series(1, 20) n;
DROP TABLE texts;
ALTER TABLE broken RENAME TO texts;
