package io.betterprompts.local;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the functions write SQL, read from their sources. */
class SqlTests {

    /** Texts put together from constants which stand elsewhere: in the same class or record, or in one of its package. */
    private static final Map<String, List<String>> CONSTANT_ELSEWHERE = Map.ofEntries(
            entry("EraseDeletedTexts", List.of("sql")),
            entry("LoginAttempts", List.of("network")),
            entry("PersonalData", List.of("table", "name", "owner", "key")),
            entry("PostgresChanges", List.of("sql")),
            entry("PostgresLabels", List.of("sql", "labels")),
            entry("PostgresNewestGroups", List.of("sql", "replace", "filter", "bounds", "facets")),
            entry("PostgresPromptGroups", List.of("where", "sql", "table")),
            entry("PostgresSearch", List.of("replace", "sql", "within", "filter", "bounds", "facets", "phrases")),
            entry("PostgresTemplates", List.of("sql")),
            entry("PostgresTransfer", List.of("sql")),
            entry("Sessions", List.of("Standing")),
            entry("Stretch", List.of("replace", "bounds", "sql")),
            entry("Users", List.of("condition")));

    private final List<SqlCall> calls = SqlCall.ofTheFunctions();

    private static List<String> strangers(SqlCall call) {
        return call.variables().stream()
                .filter(name ->
                        !CONSTANT_ELSEWHERE.getOrDefault(call.file(), List.of()).contains(name))
                .toList();
    }

    @Test
    void takesValuesAsParametersOnly() {
        assertThat(calls)
                .hasSizeGreaterThan(40)
                .allSatisfy(call -> assertThat(strangers(call)).isEmpty());
    }

    @Test
    void namesTheOwnerWhereverItReadsOrWritesUserData() {
        assertThat(calls)
                .filteredOn(SqlCall::isOnUserData)
                .hasSizeGreaterThan(15)
                .allMatch(SqlCall::namesTheOwner);
    }

    @Test
    void findsAValueThatIsPutIntoTheText() {
        SqlCall planted = SqlCall.in(
                        "Planted", "db.sql(\"select 1 from auth.users where email = '\" + email + \"'\").query()")
                .getFirst();
        SqlCall formatted = SqlCall.in("Planted", "db.sql(\"\"\"\n select %s\"\"\".formatted(value))")
                .getFirst();

        assertThat(strangers(planted)).containsExactly("email");
        assertThat(strangers(formatted)).containsExactly("value");
    }

    @Test
    void findsAStatementWithoutAnOwner() {
        SqlCall planted = SqlCall.in("Planted", "db.sql(\"select title from prompts.history where id = :id\")")
                .getFirst();

        assertThat(planted.isOnUserData() && !planted.namesTheOwner()).isTrue();
    }
}
