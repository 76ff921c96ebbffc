package io.betterprompts.enhance.mcp;

import static io.betterprompts.enhance.mcp.RpcFailure.HEADER_MISMATCH;
import static io.betterprompts.enhance.mcp.RpcFailure.INVALID_PARAMS;
import static io.betterprompts.enhance.mcp.RpcFailure.UNKNOWN_REVISION;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The revisions of the protocol that are spoken, the newest first. No state is kept between requests in any. */
enum Revision {
    /** Each request says all about itself, and repeats in headers what it does. */
    JULY_2026("2026-07-28"),
    /** A client begins with {@code initialize}. */
    NOVEMBER_2025("2025-11-25"),
    JUNE_2025("2025-06-18");

    private static final String HEADER = "mcp-protocol-version";

    private final String date;

    Revision(String date) {
        this.date = date;
    }

    String date() {
        return date;
    }

    boolean hasHandshake() {
        return this != JULY_2026;
    }

    static List<String> dates() {
        return Arrays.stream(values()).map(Revision::date).toList();
    }

    /** What is agreed upon with a client that begins with this wish: it, or the newest that begins so too. */
    static Revision agreed(String wish) {
        return find(wish).filter(Revision::hasHandshake).orElse(NOVEMBER_2025);
    }

    private static Optional<Revision> find(String date) {
        return Arrays.stream(values())
                .filter(revision -> revision.date.equals(date))
                .findFirst();
    }

    /**
     * The revision a message is meant in.
     *
     * @throws RpcFailure if it is none of ours, or the message lacks what the revision asks of each
     */
    static Revision of(Request request, Message message) {
        Optional<String> header = request.header(HEADER);
        JsonNode named = message.meta("protocolVersion");
        if (named.isMissingNode() && !header.equals(Optional.of(JULY_2026.date))) {
            return handshaken(header, message);
        }
        String date = named.asString("");
        if (!named.isMissingNode() && !date.equals(JULY_2026.date)) {
            throw unknown(message, date);
        }
        if (!message.meta("protocolVersion").isString()
                || !message.meta("clientCapabilities").isObject()) {
            throw RpcFailure.error(
                    400,
                    message.id(),
                    INVALID_PARAMS,
                    "params._meta must have io.modelcontextprotocol/protocolVersion and"
                            + " io.modelcontextprotocol/clientCapabilities");
        }
        requireSame(request, message, HEADER, date);
        requireSame(request, message, "mcp-method", message.method());
        if (message.method().equals("tools/call")) {
            requireSame(
                    request, message, "mcp-name", message.params().path("name").asString(""));
        }
        return JULY_2026;
    }

    /** Clients of before June 2025 send no header; a client that begins is not bound by the one it sends. */
    private static Revision handshaken(Optional<String> header, Message message) {
        if (header.isEmpty() || message.method().equals("initialize")) {
            return NOVEMBER_2025;
        }
        return header.flatMap(Revision::find).orElseThrow(() -> unknown(message, header.get()));
    }

    private static RpcFailure unknown(Message message, String date) {
        ObjectNode data = Json.mapper().createObjectNode().put("requested", date);
        dates().forEach(data.putArray("supported")::add);
        return RpcFailure.error(400, message.id(), UNKNOWN_REVISION, "Unsupported protocol version", Optional.of(data));
    }

    /** Who routes by the header must not be told another thing than who reads the body. */
    private static void requireSame(Request request, Message message, String header, String body) {
        if (!request.header(header).map(Revision::decoded).equals(Optional.of(body))) {
            throw RpcFailure.error(
                    400,
                    message.id(),
                    HEADER_MISMATCH,
                    "Header mismatch: " + header + " must be sent and say what the body says");
        }
    }

    private static String decoded(String value) {
        if (!value.startsWith("=?base64?") || !value.endsWith("?=")) {
            return value;
        }
        try {
            String text = value.substring("=?base64?".length(), value.length() - "?=".length());
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return value;
        }
    }
}
