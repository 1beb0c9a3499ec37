-- In a server whose processes may have only so much memory: an article that
-- wants more is refused with 53200, nothing stays behind, and the backend
-- goes on.  bin/test starts such a server.
SELECT pg_backend_pid() AS pid \gset
CREATE FUNCTION refused(body text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM count(*) FROM news_quotes(body);
	RETURN 'read';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
CREATE FUNCTION must(claim bool, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF claim IS NOT TRUE THEN
		RAISE EXCEPTION '%', what;
	END IF;
END $$;

SELECT must(refused('"It leaks," said Ivo Lund.') = 'read', 'a short text is read');
SELECT must(refused(repeat('a "b" ', 4000000)) = '53200', 'a text that takes too much is refused with 53200');
SELECT must(refused(repeat('a "b" ', 4000000)) = '53200', 'so it is a second time')
FROM generate_series(1, 3);
SELECT must(sum(total_bytes) < 16 * 1024 * 1024, 'nothing of it stays allocated')
FROM pg_backend_memory_contexts;
SELECT must(refused('"It leaks," said Ivo Lund.') = 'read', 'the next text is read');
SELECT must(pg_backend_pid() = :pid, 'by the same backend');
