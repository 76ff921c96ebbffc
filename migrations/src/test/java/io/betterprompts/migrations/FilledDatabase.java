package io.betterprompts.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database with three rows in each table, which remembers what they were. */
final class FilledDatabase implements AutoCloseable {

    private static final int ROWS = 3;

    private final Connection connection;
    private final List<Table> tables;
    private final Map<Table, List<String>> content = new LinkedHashMap<>();

    private FilledDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = catalogue();
        for (Table table : tables) {
            for (int number = 0; number < ROWS; number++) {
                execute(table.insert(number));
            }
        }
        for (Table table : tables) {
            content.put(table, read(table));
        }
    }

    /** @throws SQLException if a table wants values that are not known of here; {@link Table.Column} makes them */
    static FilledDatabase fill(DataSource database) throws SQLException {
        return new FilledDatabase(database.getConnection());
    }

    List<String> tables() {
        return tables.stream().map(Table::name).toList();
    }

    int rows() {
        return content.values().stream().mapToInt(List::size).sum();
    }

    /** The rows that are no longer what they were. Columns that were added since do not matter. */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        content.forEach((table, rows) -> {
            try {
                List<String> left = read(table);
                rows.stream().filter(row -> !left.contains(row)).forEach(row -> lost.add(table.name() + " " + row));
            } catch (SQLException e) {
                lost.add(table.name() + ": " + e.getMessage());
            }
        });
        return lost;
    }

    /** Constraints and indexes that do not hold for what was there before them. */
    List<String> invalid() throws SQLException {
        return strings("""
                select conname from pg_constraint where not convalidated
                union all
                select indexrelid::regclass::text from pg_index where not indisvalid
                """);
    }

    private List<String> read(Table table) throws SQLException {
        return strings(
                "select to_jsonb(t)::text from (select " + table.columnNames() + " from " + table.name() + ") t");
    }

    private List<Table> catalogue() throws SQLException {
        Map<String, List<Table.Column>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Table.CATALOGUE)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString("table_name"), name -> new ArrayList<>())
                        .add(new Table.Column(
                                row.getString("column_name"),
                                row.getString("type"),
                                row.getString("refers_to"),
                                row.getBoolean("nullable"),
                                row.getString("only")));
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new Table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
