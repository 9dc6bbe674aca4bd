package org.pyvm.modules.sre;

/**
 * A compiled pattern. Immutable once built, used by any number of matchers.
 *
 * @param nodes by their ids
 * @param registerCount marks (two for each group), then {@code lastindex}, then those of repetitions and assertions
 * @param minWidth characters that a match has at least
 * @param prefix characters that every match begins with; empty for none
 * @param isLiteral whether the prefix is all there is
 * @param first what the first character of a match must be, or null when anything may be
 * @param anchored whether a match can begin only where the text begins
 */
record Program(
        Node[] nodes,
        Node entry,
        int markCount,
        int registerCount,
        int minWidth,
        int[] prefix,
        boolean isLiteral,
        CharTest first,
        boolean anchored) {

    /** The register that holds {@code lastindex}. */
    int lastIndexRegister() {
        return markCount;
    }
}
