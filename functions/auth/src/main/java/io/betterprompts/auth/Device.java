package io.betterprompts.auth;

import io.betterprompts.common.http.Request;

/**
 * Where a login comes from, for its owner to recognise it.
 *
 * @param agent what the client says it is, cut to 200 characters
 * @param ip as the gateway saw it
 */
record Device(String agent, String ip) {

    private static final int AGENT_LENGTH = 200;

    Device {
        agent = agent.codePointCount(0, agent.length()) > AGENT_LENGTH
                ? agent.substring(0, agent.offsetByCodePoints(0, AGENT_LENGTH))
                : agent;
    }

    static Device of(Request request) {
        return new Device(request.header("user-agent").orElse("unknown"), request.sourceIp());
    }
}
