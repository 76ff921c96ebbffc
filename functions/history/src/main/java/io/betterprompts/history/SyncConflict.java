package io.betterprompts.history;

/** The row is not what the device believes it to be; takes the change back and carries what the row is. */
final class SyncConflict extends RuntimeException {

    private final transient Change current;

    SyncConflict(Change current) {
        super(null, null, false, false);
        this.current = current;
    }

    Change current() {
        return current;
    }
}
