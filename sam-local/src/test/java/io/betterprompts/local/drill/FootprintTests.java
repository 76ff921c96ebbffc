package io.betterprompts.local.drill;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "counts threads and descriptors in /proc")
class FootprintTests {

    private static Footprint own() {
        return Footprint.of(ProcessHandle.current().pid());
    }

    @Test
    void countsConnectionsThatStayOpen() throws IOException {
        Footprint open;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(Footprint.connectionsTo(client.getPort())).isEqualTo(1);
            open = own();
        }
        assertThat(open.beyond(own(), Map.of())).containsEntry("socket", 2);
    }

    @Test
    void countsFilesThatStayOpen(@TempDir Path folder) throws IOException {
        Footprint open;
        try (FileChannel file = FileChannel.open(folder.resolve("left"), CREATE, WRITE)) {
            assertThat(file.isOpen()).isTrue();
            open = own();
        }
        assertThat(open.beyond(own(), Map.of())).containsEntry("file", 1);
    }

    @Test
    void countsThreadsThatDoNotEndBeyondTheBoundOfTheirPool() throws Exception {
        Footprint before = own();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().name("leaked-", 0).factory())) {
            threads.submit(() -> {}).get();
            threads.submit(() -> {}).get();

            assertThat(own().beyond(before, Map.of("thread leaked-", 1))).containsEntry("thread leaked-", 1);
            assertThat(own().beyond(before, Map.of("thread leaked-", 2))).doesNotContainKey("thread leaked-");
        }
    }
}
