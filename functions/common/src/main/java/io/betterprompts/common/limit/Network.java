package io.betterprompts.common.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What one person has of the Internet: an IPv4 address, or an IPv6 network of 64 bits, since whoever has one IPv6 address
 * has all of those.
 *
 * @param text the same for all addresses of a network
 */
public record Network(String text) {

    /** What is a literal to {@link InetAddress}, which would look anything else up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{1,15}|[0-9a-fA-F:.]{0,45}:[0-9a-fA-F:.]{0,45}");

    private static final int V6_BYTES = 8;

    /** What is no address is a network of its own; the gateway names none such. */
    public static Network of(String sourceIp) {
        String address = sourceIp.startsWith("[") ? sourceIp.substring(1, sourceIp.length() - 1) : sourceIp;
        if (!LITERAL.matcher(address).matches()) {
            return new Network(address);
        }
        try {
            return of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return new Network(address);
        }
    }

    private static Network of(InetAddress address) {
        return address instanceof Inet4Address
                ? new Network(address.getHostAddress())
                : new Network(HexFormat.of().formatHex(address.getAddress(), 0, V6_BYTES) + "/64");
    }

    @Override
    public String toString() {
        return text;
    }
}
