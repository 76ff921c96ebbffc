package io.betterprompts.local;

import java.util.concurrent.CountDownLatch;

/** {@code make run}: starts everything, says where it is, and stops cleanly on Ctrl-C. */
final class Main {

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Progress progress = new Progress(System.out);
        try {
            LocalServer server = new LocalServer(LocalSettings.from(System.getenv()), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            progress.out().print(Welcome.text(server.url(), progress.seconds()));
        } catch (CannotStart e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
