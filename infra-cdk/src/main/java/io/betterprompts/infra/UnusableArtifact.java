package io.betterprompts.infra;

/** What is to be deployed is missing, or Lambda would not take it. */
final class UnusableArtifact extends IllegalStateException {

    UnusableArtifact(String message) {
        super(message);
    }
}
