package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.betterprompts.common.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads a request's body: base64, size, media type, UTF-8, JSON, and values nobody can keep. */
final class Bodies {

    /** Above any valid request: 20,000 characters of four bytes, each escaped, and as much context again. */
    static final int LIMIT = 1 << 20;

    private Bodies() {}

    static JsonNode read(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        byte[] bytes = bytes(event);
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        if (bytes.length > LIMIT) {
            throw Problems.tooLarge(bytes.length, LIMIT);
        }
        if (!isJson(headers.getOrDefault("content-type", ""))) {
            throw Problems.unsupportedMediaType();
        }
        return parse(utf8(bytes));
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        if (!event.getIsBase64Encoded()) {
            return event.getBody().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(event.getBody());
        } catch (IllegalArgumentException e) {
            throw Problems.malformed("The body is marked as base64 and is not.");
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problems.malformed("The body is not valid UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode body = Json.mapper().readTree(text);
            ValueRules.check(body);
            return body;
        } catch (StreamConstraintsException e) {
            throw Problems.beyondBounds();
        } catch (JacksonException e) {
            throw Problems.malformed("The body is not valid JSON: " + where(e));
        }
    }

    /** The place and never the words: the parser's own message quotes what was sent. */
    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? "it ends too early."
                : "see line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
    }
}
