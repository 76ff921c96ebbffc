package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Two devices that work apart, and a third that begins at the end: whatever they do, all know the same in the end. */
class SyncConvergenceIT {

    private static final HistoryFixture HISTORY = new HistoryFixture();

    /**
     * One thing that one of the devices does.
     *
     * @param pick which of the rows it does it to
     */
    private record Act(int device, Deed deed, int pick) {}

    private enum Deed {
        CREATE,
        RENAME,
        APPEND,
        LABEL,
        DELETE_GROUP,
        SET,
        CREATE_TEMPLATE,
        REWRITE_TEMPLATE,
        DELETE_TEMPLATE,
        RENAME_ONLINE,
        RESTORE_ONLINE,
        UNDELETE_ONLINE,
        SYNC,
        PUSH_IN_VAIN
    }

    @Property(tries = 25)
    void endsWithEveryDeviceKnowingTheSame(@ForAll("acts") List<Act> acts) {
        UserId user = HISTORY.database.user();
        Calls calls = HISTORY.anyone.as(user);
        List<Device> devices = List.of(new Device(calls), new Device(calls));

        acts.forEach(act -> act(calls, devices.get(act.device()), act));
        devices.forEach(Device::sync);
        devices.forEach(Device::sync);
        Device fresh = new Device(calls);
        fresh.pull();

        assertThat(devices.get(0).rows).isEqualTo(fresh.rows);
        assertThat(devices.get(1).rows).isEqualTo(fresh.rows);
        assertKnowsWhatTheServerHas(calls, fresh);
        assertThat(templatesOf(user))
                .isEqualTo(fresh.find("template")
                        .collect(Collectors.toMap(
                                template -> template.path("id").asString(),
                                template -> template.path("version").asLong()
                                        + " "
                                        + template.path("data").path("name").asString(),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    /** Version and name of each template, where its kept versions are as many and the newest of them is what it is now. */
    private static Map<String, String> templatesOf(UserId user) {
        Map<String, String> templates = new TreeMap<>();
        HISTORY.database.db().sql("""
                    select t.id, t.version || ' ' || v.name as now
                    from prompts.templates t
                    join prompts.template_versions v on v.template_id = t.id and v.version = t.version
                    where t.user_id = :user and t.deleted_at is null
                        and t.version = (select count(*) from prompts.template_versions c where c.template_id = t.id)
                    """).param("user", user.value()).query(row -> {
            templates.put(row.getString("id"), row.getString("now"));
        });
        return templates;
    }

    /** A batch that was applied and not heard of, once more: no row changes. */
    @Property(tries = 15)
    void changesNothingWhenABatchIsRepeated(@ForAll("acts") List<Act> acts) {
        UserId user = HISTORY.database.user();
        Calls calls = HISTORY.anyone.as(user);
        Device device = new Device(calls);
        acts.forEach(act -> act(calls, device, act));

        device.pushInVain();
        Device before = new Device(calls);
        before.pull();
        device.pushInVain();
        device.push();
        Device after = new Device(calls);
        after.pull();

        assertThat(after.rows).isEqualTo(before.rows);
    }

    private static void act(Calls calls, Device device, Act act) {
        switch (act.deed()) {
            case CREATE -> device.createGroup("prompt " + act.pick());
            case RENAME -> pick(device, "group", act).ifPresent(group -> device.rename(group, "title " + act.pick()));
            case APPEND ->
                pick(device, "group", act).ifPresent(group -> device.appendVersion(group, "text " + act.pick()));
            case LABEL -> pick(device, "version", act).ifPresent(version -> device.label(version, "production"));
            case DELETE_GROUP -> pick(device, "group", act).ifPresent(device::delete);
            case SET -> device.settings("theme " + act.pick());
            case CREATE_TEMPLATE -> device.createTemplate("template " + act.pick());
            case REWRITE_TEMPLATE ->
                pick(device, "template", act).ifPresent(template -> device.rewrite(template, "other " + act.pick()));
            case DELETE_TEMPLATE -> pick(device, "template", act).ifPresent(device::delete);
            case RENAME_ONLINE ->
                pick(device, "group", act).ifPresent(group -> calls.patch(path(group), Map.of("favourite", true)));
            case RESTORE_ONLINE ->
                pick(device, "version", act)
                        .ifPresent(version -> calls.post(
                                "/api/v1/versions/" + version.path("id").asString() + "/restore", null));
            case UNDELETE_ONLINE -> undelete(calls, act.pick());
            case SYNC -> device.sync();
            case PUSH_IN_VAIN -> device.pushInVain();
        }
    }

    private static void undelete(Calls calls, int pick) {
        List<String> deleted = calls.get(HistoryFixture.PATH + "?deleted=true")
                .json()
                .path("items")
                .findValuesAsString("id");
        if (!deleted.isEmpty()) {
            calls.post(HistoryFixture.PATH + "/" + deleted.get(pick % deleted.size()) + "/undelete", null);
        }
    }

    private static Optional<JsonNode> pick(Device device, String type, Act act) {
        List<JsonNode> rows = device.find(type).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(act.pick() % rows.size()));
    }

    private static String path(JsonNode group) {
        return HistoryFixture.PATH + "/" + group.path("id").asString();
    }

    /** Asked by the operations that read one row each. */
    private static void assertKnowsWhatTheServerHas(Calls calls, Device device) {
        List<JsonNode> groups = device.find("group").toList();
        assertThat(calls.get(HistoryFixture.PATH + "?limit=100")
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactlyInAnyOrderElementsOf(groups.stream()
                        .map(group -> group.path("id").asString())
                        .toList());
        groups.forEach(group -> {
            JsonNode read = calls.get(path(group)).json();
            assertThat(read.path("version")).isEqualTo(group.path("version"));
            assertThat(read.path("title")).isEqualTo(group.path("data").path("title"));
            assertThat(calls.get(path(group) + "/versions?limit=100")
                            .json()
                            .path("items")
                            .size())
                    .isEqualTo((int) device.find("version")
                            .filter(version ->
                                    version.path("data").path("history_id").equals(group.path("id")))
                            .count());
        });
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 9))
                .as(Act::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
