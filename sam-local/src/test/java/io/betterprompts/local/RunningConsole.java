package io.betterprompts.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole product and a browser for the tests of one class, each of which begins as somebody who was never here. Skips them
 * all, with a word on why, where there is no Chromium.
 */
final class RunningConsole implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final String PASSWORD = "correct horse battery";

    private @Nullable Path folder;
    private @Nullable LocalServer server;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(System.out::println);
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        folder = Files.createTempDirectory("console");
        server = new LocalServer(new LocalSettings(0, folder, Optional.empty()), silent);
        browser = Browser.open(server.url());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser().visit();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    Browser browser() {
        return Objects.requireNonNull(browser);
    }

    String url() {
        return Objects.requireNonNull(server).url();
    }

    /** Whoever that is, through the API: logs in, or registers. */
    LocalClient client(String name) {
        LocalClient anyone = new LocalClient(url());
        LocalClient.Answer login =
                anyone.post("/api/v1/auth/login", Map.of("email_or_username", name, "password", PASSWORD));
        return login.status() == 200 ? anyone.withToken(login.text("access_token")) : anyone.register(name);
    }
}
