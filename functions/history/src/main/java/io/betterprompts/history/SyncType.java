package io.betterprompts.history;

import java.util.Arrays;

/** What is kept in step between devices. */
enum SyncType {
    GROUP(1),
    VERSION(2),
    LABEL(3),
    TEMPLATE(4),
    SETTINGS(5);

    private final int place;

    SyncType(int place) {
        this.place = place;
    }

    /** Orders rows of one revision. Cursors hold on to it. */
    int place() {
        return place;
    }

    static SyncType at(int place) {
        return Arrays.stream(values())
                .filter(type -> type.place == place)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type at " + place));
    }
}
