-- Rights for the programs that bill, on a database that `msp init` made. Run it as the owner of the tables, and again after every `msp init`:
--
--   psql -d billing -f docs/postgresql-roles.sql
--   CREATE ROLE billing_web LOGIN PASSWORD '…' IN ROLE msp_app;
--
-- Who is in msp_app reads and bills, and makes no tables. It may not empty a table, and of what is never changed or deleted it may not even try: the right is
-- missing, and behind it stands the guard of the table. The guards say which tables these are, so this file does not name them. Lines of documents are reached
-- by the name of their table only: on its partitions there is no right at all.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'msp_app') THEN
    CREATE ROLE msp_app NOLOGIN;
  END IF;
END
$roles$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, msp_app;
GRANT USAGE ON SCHEMA public TO msp_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO msp_app;

DO $grants$
DECLARE
  one record;
  never text[];
BEGIN
  FOR one IN SELECT c.oid, c.relname FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition LOOP
    IF one.relname IN ('__EFMigrationsHistory', '__WebMigrationsHistory') THEN
      EXECUTE format('GRANT SELECT ON public.%I TO msp_app', one.relname);
      CONTINUE;
    END IF;

    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO msp_app', one.relname);
    SELECT array_agg(CASE WHEN t.tgtype & 16 > 0 THEN 'UPDATE' ELSE 'DELETE' END) INTO never
      FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
     WHERE t.tgrelid = one.oid AND t.tgname LIKE 'guard\_%' AND t.tgtype & 24 > 0 AND p.prosrc LIKE 'BEGIN IF true THEN %';
    IF never IS NOT NULL THEN
      EXECUTE format('REVOKE %s ON public.%I FROM msp_app', array_to_string(never, ', '), one.relname);
    END IF;
  END LOOP;
END
$grants$;
