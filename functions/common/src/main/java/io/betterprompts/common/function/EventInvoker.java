package io.betterprompts.common.function;

import com.amazonaws.services.lambda.runtime.Context;
import io.betterprompts.common.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lambda's way into a function: Spring's adapter, which is given each event in a form that it leaves alone. A body that is a
 * JSON array it would take for many inputs and call the function with each of them, or with none. A client's header called
 * {@code payload} it would take for the input, and others for its own notes, which fails with a stack trace in the log.
 */
public final class EventInvoker extends FunctionInvoker {

    private static final Set<String> RESERVED = Set.of("payload", "aws-api-gateway", "aws-event", "aws-context");

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        super.handleRequest(new ByteArrayInputStream(plain(input.readAllBytes())), output, context);
    }

    private static byte[] plain(byte[] bytes) {
        if (!mayNeedChange(bytes) || !(Json.mapper().readTree(bytes) instanceof ObjectNode event)) {
            return bytes;
        }
        if (event.path("headers") instanceof ObjectNode headers) {
            headers.remove(RESERVED);
        }
        seal(event);
        return Json.mapper().writeValueAsBytes(event);
    }

    /** By a look at the bytes, because few events do and to parse one takes as long as much of the rest of a request. */
    private static boolean mayNeedChange(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf('[') >= 0
                || text.contains("\\u")
                || RESERVED.stream().anyMatch(text::contains);
    }

    /** Base64 is never an array. */
    private static void seal(ObjectNode event) {
        JsonNode body = event.path("body");
        if (body.asString("").strip().startsWith("[")
                && !event.path("isBase64Encoded").asBoolean(false)) {
            byte[] bytes = body.asString().getBytes(StandardCharsets.UTF_8);
            event.put("body", Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
        }
    }
}
