-- The interface is fixed: columns of stored types can only be added at the end.
SELECT c.relname AS type, a.attnum AS no, a.attname AS column,
       format_type(a.atttypid, a.atttypmod) AS of_type
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'c' AND c.relname LIKE 'news\_%'
ORDER BY c.relname COLLATE "C", a.attnum;

SELECT p.proname AS function, pg_get_function_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS result, p.provolatile, p.proparallel,
       p.proisstrict, p.procost, p.prorows
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'newsext'
ORDER BY 1 COLLATE "C", 2 COLLATE "C";

-- Every object and column tells what it is.
SELECT pg_describe_object(d.classid, d.objid, d.objsubid) AS without_comment
FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'newsext' AND d.deptype = 'e'
  AND obj_description(d.objid, d.classid::regclass::name) IS NULL
  -- 17 lists the types that come with others, too
  AND NOT EXISTS (SELECT FROM pg_type t WHERE d.classid = 'pg_type'::regclass AND t.oid = d.objid
	AND (t.typcategory = 'A' OR t.typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'v')));
SELECT c.relname, a.attname AS without_comment
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'c' AND c.relname LIKE 'news\_%'
  AND col_description(c.oid, a.attnum) IS NULL;

SELECT extrelocatable AS relocatable FROM pg_extension WHERE extname = 'newsext';
SELECT v.trusted FROM pg_available_extension_versions v JOIN pg_extension e
ON v.name = e.extname AND v.version = e.extversion WHERE e.extname = 'newsext';
SELECT news_version() ~ '^[0-9]+\.[0-9]+\.[0-9]+$' AS has_version;
