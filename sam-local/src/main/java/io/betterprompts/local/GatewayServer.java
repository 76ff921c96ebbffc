package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.http.Cors;
import io.betterprompts.console.ConsoleFiles;
import java.net.BindException;
import java.time.Clock;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The gateway on a port of this machine, out of reach for others. */
final class GatewayServer implements AutoCloseable {

    /** Threads the server needs besides those of requests. */
    private static final int OWN_THREADS = 16;

    /** Connections that the system holds until they are taken; where there is no room for one, its client tries again a second later. */
    private static final int WAITING_ROOM = 1_024;

    private static final long STOP_TIMEOUT_MS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private GatewayServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes any free one
     * @throws CannotStart if the port is taken
     */
    static GatewayServer start(int port, Contract contract, LocalFunctions functions, Cors cors, Places places) {
        Server server = new Server(new QueuedThreadPool(places.threads() + OWN_THREADS));
        ServerConnector connector = connector(server, port);
        server.addConnector(connector);
        server.setErrorHandler(GatewayProblems::writeServerError);
        Gateway gateway = new Gateway(contract, functions, new GatewayEvents(Clock.systemUTC()), places);
        server.setHandler(new ConsoleHandler(new ConsoleFiles(), new CorsHandler(cors, gateway)));
        server.setStopTimeout(STOP_TIMEOUT_MS);
        try {
            server.start();
            return new GatewayServer(server, connector);
        } catch (Exception e) {
            throw e.getCause() instanceof BindException
                    ? new CannotStart(
                            "Port " + port + " is taken; stop what uses it, or choose another: PORT=8001 make run")
                    : new IllegalStateException("the gateway does not start", e);
        }
    }

    private static ServerConnector connector(Server server, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_ROOM);
        return connector;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Lets the requests under way finish, for a few seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway does not stop", e);
        }
    }
}
