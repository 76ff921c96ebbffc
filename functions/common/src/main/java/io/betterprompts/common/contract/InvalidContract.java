package io.betterprompts.common.contract;

/** The contract cannot be used as it stands; a function that meets this does not start. */
public final class InvalidContract extends IllegalStateException {

    public InvalidContract(String message) {
        super(message);
    }
}
