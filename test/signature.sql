-- All that the extension owns, for comparing two installations.
SELECT pg_describe_object(classid, objid, objsubid) COLLATE "C" AS object,
	CASE classid WHEN 'pg_proc'::regclass THEN pg_get_functiondef(objid)
		WHEN 'pg_class'::regclass THEN pg_get_viewdef(objid) END AS definition,
	obj_description(objid, classid::regclass::name) AS comment,
	CASE WHEN classid = 'pg_class'::regclass OR typrelid <> 0 THEN
		(SELECT array_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), col_description(attrelid, attnum)) ORDER BY attnum)
		FROM pg_attribute WHERE attrelid = coalesce(typrelid, objid)) END AS columns
FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
	LEFT JOIN pg_type t ON d.classid = 'pg_type'::regclass AND t.oid = d.objid
WHERE d.deptype = 'e' AND e.extname = 'newsext'
ORDER BY 1;
