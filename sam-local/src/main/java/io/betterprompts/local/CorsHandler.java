package io.betterprompts.local;

import io.betterprompts.common.http.Cors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Does for browsers what API Gateway does: answers those that ask first, and says on each answer who may read it. */
final class CorsHandler extends Handler.Wrapper {

    private final Cors cors;

    CorsHandler(Cors cors, Handler next) {
        super(next);
        this.cors = cors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String origin = request.getHeaders().get("origin");
        if (origin == null || cors.origins().isEmpty()) {
            return super.handle(request, response, callback);
        }
        if (!isPreflight(request)) {
            cors.headers(origin).forEach(response.getHeaders()::put);
            return super.handle(request, response, callback);
        }
        cors.preflight(origin).forEach(response.getHeaders()::put);
        response.setStatus(204);
        callback.succeeded();
        return true;
    }

    private static boolean isPreflight(Request request) {
        return request.getMethod().equals("OPTIONS") && request.getHeaders().contains("access-control-request-method");
    }
}
