package io.betterprompts.local;

/** How the server logs where a person watches it start. */
final class TerminalLog {

    private static final String CONFIGURATION = "logback.configurationFile";
    private static final String SPRING_BOOTS = "org.springframework.boot.logging.LoggingSystem";

    private TerminalLog() {}

    /**
     * To be called before anything logs. Functions bring a {@code logback.xml} for Lambda along; where logback finds one that
     * it was not told of, which of them holds is chance, and it prints all of its own start. Each function's Spring Boot would
     * look for one again.
     */
    static void use() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "terminal-log.xml");
            System.setProperty(SPRING_BOOTS, "none");
        }
    }
}
