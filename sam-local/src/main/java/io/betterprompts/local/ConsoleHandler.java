package io.betterprompts.local;

import io.betterprompts.console.ConsoleFile;
import io.betterprompts.console.ConsoleFiles;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code /} and the console's files, as a bucket behind CloudFront would; the rest goes to the gateway. */
final class ConsoleHandler extends Handler.Wrapper {

    private final ConsoleFiles files;

    ConsoleHandler(ConsoleFiles files, Handler next) {
        super(next);
        this.files = files;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<ConsoleFile> file =
                isRead(request) ? files.find(request.getHttpURI().getCanonicalPath()) : Optional.empty();
        if (file.isEmpty()) {
            return super.handle(request, response, callback);
        }
        write(file.get(), request, response, callback);
        return true;
    }

    private static boolean isRead(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private void write(ConsoleFile file, Request request, Response response, Callback callback) {
        files.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("content-type", file.type());
        response.getHeaders().put("etag", file.tag());
        String known = request.getHeaders().get("if-none-match");
        boolean unchanged = known != null && file.isKnownBy(known);
        response.setStatus(unchanged ? 304 : 200);
        response.write(true, unchanged ? ByteBuffer.allocate(0) : file.content(), callback);
    }
}
