package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/deploy.md and docs/operations.md say of the stacks is what they hold. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class OperatorDocsIT {

    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    private static final Pattern OWN_METRIC = Pattern.compile("\\[\"betterprompts-prod-metrics\",\"([A-Za-z]+)\"");
    private static final Pattern SEARCHED = Pattern.compile("MetricName=([A-Za-z]+)");

    @Test
    void sayWhatEachAlarmMeans() throws IOException {
        String table = section("operations.md", "## What each alarm means");

        Set<String> told = new TreeSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line ->
                        NAME.matcher(line.split("\\|", -1)[1]).results().forEach(found -> told.add(found.group(1))));

        assertThat(told).isEqualTo(alarms());
    }

    private static Set<String> alarms() {
        Set<String> names = new TreeSet<>();
        Synthesised.all().stacks().forEach((stack, made) -> {
            if (stack.startsWith("prod ")) {
                made.template()
                        .all("AWS::CloudWatch::Alarm")
                        .forEach(alarm ->
                                names.add(alarm.path("AlarmName").asString().replace("betterprompts-prod-", "")));
            }
        });
        return names;
    }

    @Test
    void countTheAlarms() throws IOException {
        assertThat(section("deploy.md", "## What you get")).contains(alarms().size() + " alarms");
    }

    /** Those of the functions' own; by their whole name, or by a word in it. */
    @Test
    void sayWhatEachMetricOnTheDashboardMeans() throws IOException {
        String table = section("operations.md", "## Metrics");
        Set<String> shown = new TreeSet<>();
        OWN_METRIC.matcher(WatchIT.dashboard()).results().forEach(found -> shown.add(found.group(1)));
        SEARCHED.matcher(WatchIT.dashboard()).results().forEach(found -> shown.add(found.group(1)));

        assertThat(shown)
                .contains("ClassifyTime", "CacheHits", "Abstentions", "Restores", "Intent", "Technique", "Latency")
                .allSatisfy(name -> assertThat(table).containsPattern("\\| `" + name + "(\\.…)?` \\|"));
    }

    /** In the columns that the table has for it. */
    @ParameterizedTest
    @EnumSource
    void sayWhatASizeIs(DeploymentSize size) throws IOException {
        String table = section("deploy.md", "## What you get");
        int column = size == DeploymentSize.DEV ? 2 : 3;

        assertThat(cell(table, "database", column))
                .contains("db." + size.database().instance());
        assertThat(cell(table, "storage", column))
                .contains(size.database().storageGb() + " GB")
                .contains(size.database().maxStorageGb() + " GB");
        assertThat(cell(table, "backups kept", column)).contains(size.database().backupDays() + " day");
        assertThat(cell(table, "requests per second, burst", column))
                .contains(size.throttle().requestsPerSecond() + ", "
                        + size.throttle().burst());
    }

    private static String cell(String table, String row, int column) {
        return table.lines()
                .filter(line -> line.startsWith("| " + row + " |"))
                .map(line -> line.split("\\|", -1)[column])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + row));
    }

    private static String section(String page, String heading) throws IOException {
        String text = Files.readString(Path.of("..", "docs", page));
        int start = text.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        int end = text.indexOf("\n## ", start + heading.length());
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
