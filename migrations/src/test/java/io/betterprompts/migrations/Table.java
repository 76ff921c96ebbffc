package io.betterprompts.migrations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as the catalogue of a database describes it. */
record Table(String name, List<Column> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** Those of a database, a table after those it refers to. */
    static final String CATALOGUE = """
            with recursive tables as (
                select c.oid, format('%I.%I', n.nspname, c.relname) as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                    and c.relname <> 'flyway_schema_history'),
            depth as (
                select oid, 0 as level from tables
                union
                select f.conrelid, d.level + 1
                from depth d join pg_constraint f on f.confrelid = d.oid and f.contype = 'f' and f.conrelid <> d.oid)
            select t.name as table_name, a.attname as column_name, format_type(a.atttypid, null) as type,
                (select format('%I.%I', n.nspname, r.relname)
                 from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace n on n.oid = r.relnamespace
                 where f.conrelid = t.oid and f.contype = 'f' and f.conkey = array[a.attnum]) as refers_to,
                not a.attnotnull and not exists (
                    select from pg_constraint k
                    where k.conrelid = t.oid and k.contype = 'c' and cardinality(k.conkey) > 1 and a.attnum = any (k.conkey))
                    as nullable,
                (select (regexp_match(pg_get_constraintdef(k.oid), $$'([^']*)'::text$$))[1]
                 from pg_constraint k
                 where k.conrelid = t.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as only
            from tables t join pg_attribute a on a.attrelid = t.oid
            where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'tsvector'::regtype
            order by (select max(level) from depth d where d.oid = t.oid), t.name, a.attnum
            """;

    String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** A statement that adds a row; different numbers make rows that differ in each column. */
    String insert(int number) {
        return "insert into " + name + " (" + columnNames() + ") values ("
                + columns.stream().map(column -> column.value(name, number)).collect(Collectors.joining(", ")) + ")";
    }

    /**
     * A column whose values are not derived from others.
     *
     * @param refersTo the table that a foreign key leads to
     * @param only a value that a constraint allows, where it lists them
     */
    record Column(
            String name,
            String type,
            @Nullable String refersTo,
            boolean nullable,
            @Nullable String only) {

        private static final List<String> ODD = List.of(
                "' two  spaces ' || chr(9) || chr(13) || chr(10) || '{{x}} %s \\n ''quoted'' \"twice\" '",
                "repeat('語👩‍👩‍👧 e' || chr(769) || chr(65534) || ' מילה ', 3000)", "'' || chr(8232) || '<script>'");

        /** Every third row has nothing where nothing is allowed. */
        private String value(String table, int number) {
            if (nullable && number % 3 == 2) {
                return "null";
            }
            return switch (type) {
                case "uuid" -> id(Optional.ofNullable(refersTo).orElse(table), number);
                case "text" -> only == null ? ODD.get(number % 3) + " || " + number : "'" + only + "'";
                case "text[]" -> number % 3 == 1 ? "'{}'" : "array['a,b', '\"', '', 'ß" + number + "']";
                case "jsonb" -> "'[{\"a\": [1.50, null, \"\\u2028{{x}}\", " + number + "]}]'";
                case "boolean" -> String.valueOf(number % 2 == 0);
                case "smallint", "integer", "bigint" -> String.valueOf(number + 1);
                case "bytea" -> "decode('00ff" + (10 + number) + "', 'hex')";
                case "timestamp with time zone" ->
                    "timestamptz '2024-02-29 23:59:59.123456Z' + interval '" + number + " days'";
                case "inet" -> "'2001:db8::" + number + "'";
                case "cidr" -> "'192.0." + number + ".0/24'";
                default -> throw new IllegalStateException("no values for " + type + " yet: " + table + "." + name);
            };
        }

        private static String id(String table, int number) {
            return "md5('" + table + number + "')::uuid";
        }
    }
}
