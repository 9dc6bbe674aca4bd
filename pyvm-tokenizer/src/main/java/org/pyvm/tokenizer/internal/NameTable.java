package org.pyvm.tokenizer.internal;

/**
 * Gives equal names of one source the same String, most of the time: names repeat, and their hashes are wanted later. A
 * table of fixed size in which the later name takes the slot.
 */
final class NameTable {
    private static final int SLOTS = 1024;

    private final String[] slots = new String[SLOTS];
    private final char[] chars;

    NameTable(char[] chars) {
        this.chars = chars;
    }

    /** The text between two indices, whose hash (as {@link String#hashCode} counts it) the caller has at hand. */
    String get(int start, int end, int hash) {
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && known.hashCode() == hash && equal(known, start, end)) {
            return known;
        }
        String name = new String(chars, start, end - start);
        slots[slot] = name;
        return name;
    }

    private boolean equal(String known, int start, int end) {
        int length = end - start;
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
