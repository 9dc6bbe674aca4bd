package org.pyvm.modules.sre;

/**
 * A compiled pattern. Immutable once built, used by any number of matchers.
 *
 * @param nodes by their ids
 * @param registerCount marks (two for each group), then {@code lastindex}, then those of repetitions and assertions
 * @param minWidth characters that a match has at least
 * @param prefix characters that every match begins with; empty for none
 * @param prefixText the same as a Java string of one char each, or null when it is empty or cannot be one
 * @param isLiteral whether the prefix is all there is
 * @param first what the first character of a match must be, or null when anything may be
 * @param anchor where a match can begin
 * @param sweep the test of the {@code .*} that the pattern begins with, or null. Where that fails to lead to a match from one
 *     place, it does from all places that it has swept
 */
record Program(
        Node[] nodes,
        Node entry,
        int markCount,
        int registerCount,
        int minWidth,
        int[] prefix,
        String prefixText,
        boolean isLiteral,
        CharTest first,
        Anchor anchor,
        CharTest sweep) {

    /** Where a match can begin. */
    enum Anchor {
        NONE,
        /** Where the text begins. */
        TEXT,
        /** Where a line begins. */
        LINE
    }

    /** The register that holds {@code lastindex}. */
    int lastIndexRegister() {
        return markCount;
    }
}
