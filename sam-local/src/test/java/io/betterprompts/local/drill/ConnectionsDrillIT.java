package io.betterprompts.local.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Clients that do not speak as they should, beside others that write. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "counts threads and descriptors in /proc")
class ConnectionsDrillIT {

    private static final Duration A_WHILE = Duration.ofSeconds(DrillSize.of(1, 10));
    private static final int HALF_OPEN = DrillSize.of(1_000, 10_000);
    private static final int HALF_SENT = HALF_OPEN / 10;
    /** After which Linux knocks again where nobody opened. */
    private static final Duration SECOND_TRY = Duration.ofSeconds(1);

    private static final int DESCRIPTORS = HALF_OPEN + 500;
    private static final int GARBLED = DrillSize.of(300, 10_000);

    /** Requests that begin well. */
    private static final List<String> BEGINNINGS = List.of(
            "GET /api/v1/history HTTP/1.1\r\nhost: x\r\n",
            "POST /api/v1/enhance HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\r\n{\"text\"",
            "POST /api/v1/enhance HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"tex",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET / HTTP/1.1\r\nhost: x\r\ncookie: " + "c".repeat(20_000) + "\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");

    private final Stage stage = Stage.running();

    private void drill(String fault, String deed, Runnable breaks, Runnable mends) {
        Outcome outcome = stage.during(A_WHILE, breaks, mends);
        DrillReport.add(fault, deed, outcome);
        assertThat(outcome).matches(Outcome::holds, fault);
        assertThat(outcome.refused()).as("others refused").isZero();
    }

    /** Each JVM raises its own limit as far as the system lets it. */
    @BeforeEach
    void needsDescriptors() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        assertThat(((UnixOperatingSystemMXBean) system).getMaxFileDescriptorCount())
                .as("open files that this process and the server's may each have; raise it: ulimit -n %d", DESCRIPTORS)
                .isGreaterThanOrEqualTo(DESCRIPTORS);
    }

    @Test
    void doNotEndWhatTheyBegin() {
        List<Socket> open = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        drill(
                "half-open connections",
                String.format(
                        Locale.ROOT,
                        "%,d connections with half a header, %,d with half a body",
                        HALF_OPEN - HALF_SENT,
                        HALF_SENT),
                () -> beginAll(open, times),
                () -> open.forEach(ConnectionsDrillIT::close));
        assertThat(times).as("until each was let in").allMatch(time -> time.compareTo(SECOND_TRY) < 0);
    }

    /** Two thousand in a second, as from somebody who means it. */
    private void beginAll(List<Socket> open, List<Duration> times) {
        for (int i = 0; i < HALF_OPEN; i++) {
            long asked = System.nanoTime();
            open.add(begin(BEGINNINGS.get(i < HALF_SENT ? 1 : 0)));
            times.add(Duration.ofNanos(System.nanoTime() - asked));
            Await.pause(i % 10 == 9 ? Duration.ofMillis(5) : Duration.ZERO);
        }
    }

    @Test
    void sendWhatIsNoHttp() {
        Random random = new Random(7);
        drill(
                "malformed HTTP",
                String.format(Locale.ROOT, "%,d garbled requests, made up from a seed", GARBLED),
                () -> {
                    for (int i = 0; i < GARBLED; i++) {
                        send(garbled(random));
                    }
                },
                () -> {});
    }

    /** A good beginning in which some bytes were changed, and an end. */
    private static byte[] garbled(Random random) {
        String beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        byte[] bytes = (beginning + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(5); i >= 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, 80))] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** An answer, if there is one, refuses. */
    private void send(byte[] bytes) {
        try (Socket socket = connect()) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertThat(answer)
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotStartWith("HTTP/1.1 5");
        } catch (IOException e) {
            assertThat(e).as("hung up on").isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    private Socket begin(String beginning) {
        try {
            Socket socket = connect();
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        int port = URI.create(stage.server.url()).getPort();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
