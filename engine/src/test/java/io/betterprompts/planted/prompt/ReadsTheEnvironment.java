package io.betterprompts.planted.prompt;

final class ReadsTheEnvironment {

    private ReadsTheEnvironment() {}

    static boolean isSet() {
        return System.getenv("HOME") != null;
    }
}
