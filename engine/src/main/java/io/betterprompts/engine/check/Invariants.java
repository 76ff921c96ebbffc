package io.betterprompts.engine.check;

/**
 * What holds of an enhanced prompt. A reply is sent only where {@link #allHold()}.
 *
 * @param originalIntact the original stands in it byte for byte and exactly once
 * @param protectedSpansIntact code, placeholders, URLs, quotes and tables are found in it as they are in the original
 * @param languageKept every addition is in the prompt's language
 * @param idempotent enhancing it again would add nothing
 * @param budgetKept no more was added than allowed
 * @param noControlCharacters no control character was added but line breaks
 * @param gatesKept no edit is outside its rule's gates
 */
public record Invariants(
        boolean originalIntact,
        boolean protectedSpansIntact,
        boolean languageKept,
        boolean idempotent,
        boolean budgetKept,
        boolean noControlCharacters,
        boolean gatesKept) {

    public boolean allHold() {
        return originalIntact
                && protectedSpansIntact
                && languageKept
                && idempotent
                && budgetKept
                && noControlCharacters
                && gatesKept;
    }
}
