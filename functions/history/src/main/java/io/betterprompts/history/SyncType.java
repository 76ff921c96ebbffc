package io.betterprompts.history;

import io.betterprompts.common.identity.Caller;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept in step between devices. */
enum SyncType {
    GROUP(1, null),
    VERSION(2, null),
    LABEL(3, null),
    TEMPLATE(4, "templates"),
    SETTINGS(5, "settings");

    private final int place;
    private final @Nullable String scope;

    SyncType(int place, @Nullable String scope) {
        this.place = place;
        this.scope = scope;
    }

    /** Orders rows of one revision. Cursors hold on to it. */
    int place() {
        return place;
    }

    /** What a caller must be allowed beyond history, because the operations on such rows alone ask for it. */
    Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    static SyncType at(int place) {
        return Arrays.stream(values())
                .filter(type -> type.place == place)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type at " + place));
    }

    /** What a caller may be told of. */
    static Set<SyncType> of(Caller caller) {
        return Arrays.stream(values())
                .filter(type -> type.scope().map(caller.scopes()::contains).orElse(true))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SyncType.class)));
    }
}
