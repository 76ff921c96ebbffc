package io.betterprompts.local;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code make run}: starts everything, says where it is, and stops cleanly on Ctrl-C. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        if (!run(System.getenv())) {
            System.exit(1);
        }
    }

    /**
     * Runs until the process is stopped.
     *
     * @param environment the settings, see {@link LocalSettings}
     * @return false if it could not start, and has said why
     */
    public static boolean run(Map<String, String> environment) throws InterruptedException {
        TerminalLog.use();
        Progress progress = new Progress(System.out);
        try {
            LocalServer server = new LocalServer(LocalSettings.from(environment), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            progress.out().print(Welcome.text(server.url(), progress.seconds()));
        } catch (CannotStart e) {
            System.err.println("\n" + e.getMessage());
            return false;
        }
        new CountDownLatch(1).await();
        return true;
    }
}
