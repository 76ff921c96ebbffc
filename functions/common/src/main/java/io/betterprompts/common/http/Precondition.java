package io.betterprompts.common.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a writer believes a resource's version to be, from {@code If-Match}; without that header any version will do. */
public record Precondition(Optional<String> ifMatch) {

    /**
     * Lets a write go through, or tells what stands in its way.
     *
     * @param version of the resource as it stands, read in the transaction that writes it; 0 if there is none
     * @param state the resource as it stands, for the answer; asked for only if the writer knows another version, null
     *     if there is none
     * @throws PreconditionFailed if the writer knows another version
     */
    public void check(long version, Supplier<@Nullable Object> state) {
        String current = tag(version);
        if (ifMatch.isPresent() && !matches(ifMatch.get(), current)) {
            throw new PreconditionFailed(current, Optional.ofNullable(state.get()));
        }
    }

    /** Strong comparison, as RFC 9110 asks for: a weak tag matches nothing. */
    private static boolean matches(String header, String current) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
