package io.betterprompts.common.function;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.snapshot.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.cloud.function.adapter.aws.AWSLambdaUtils;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry.FunctionInvocationWrapper;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.messaging.Message;

/**
 * Sends events as bytes through the adapter, as Lambda does, and makes bytes of the answers: one that no route matches, and
 * one whose token nobody signed.
 */
final class RehearsedEvents implements Rehearsal {

    /** Of the right form; the key it names is unknown. */
    private static final String TOKEN = "eyJhbGciOiJFZERTQSIsImtpZCI6InJlaGVhcnNhbCJ9.e30." + "A".repeat(86);

    private final FunctionCatalog functions;
    private final JsonMapper json;
    private final Contract contract;

    RehearsedEvents(FunctionCatalog functions, JsonMapper json, Contract contract) {
        this.functions = functions;
        this.json = json;
        this.contract = contract;
    }

    @Override
    public void run() {
        FunctionInvocationWrapper http = functions.lookup("http", "application/json");
        http.setSkipOutputConversion(true); // as the adapter has it
        routes().forEach(route -> send(http, event(route)));
    }

    private List<String> routes() {
        return List.of(
                "$default",
                contract.operations().stream()
                        .filter(operation -> operation.secured())
                        .findFirst()
                        .orElseThrow()
                        .routeKey());
    }

    private static String event(String route) {
        return """
            {"version": "2.0", "routeKey": "%s", "rawPath": "/", "rawQueryString": "",
             "headers": {"authorization": "Bearer %s", "content-type": "application/json"},
             "requestContext": {"requestId": "rehearsal", "stage": "$default", "timeEpoch": 0,
               "http": {"method": "POST", "path": "/", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.0", "userAgent": ""}},
             "body": "{}", "isBase64Encoded": false}
            """.formatted(route, TOKEN);
    }

    private void send(FunctionInvocationWrapper http, String event) {
        Message<byte[]> message = AWSLambdaUtils.generateMessage(
                event.getBytes(StandardCharsets.UTF_8), http.getInputType(), false, json, null);
        AWSLambdaUtils.generateOutputFromObject(message, http.apply(message), json, http.getOutputType());
    }
}
