package org.pyvm.modules.expat;

import java.util.Arrays;

/** The names that a document has used, so that one that comes again is the string that it was, and is found without being made. */
final class NameTable {
    /** A power of two long, and never full. */
    private String[] names = new String[64];

    private int count;

    /** The name that stands in the text from a place on. */
    String at(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = spread(hash) & names.length - 1;
        while (names[slot] != null) {
            if (isAt(names[slot], chars, from, to)) {
                return names[slot];
            }
            slot = slot + 1 & names.length - 1;
        }
        String name = new String(chars, from, to - from);
        names[slot] = name;
        if (++count > names.length / 2) {
            grow();
        }
        return name;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    /** Whether a text has this name, and nothing more, from one place to another. */
    static boolean isAt(String name, char[] chars, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] old = names;
        names = new String[old.length * 2];
        Arrays.stream(old).filter(name -> name != null).forEach(this::put);
    }

    private void put(String name) {
        // A string's own hash is the one of at().
        int slot = spread(name.hashCode()) & names.length - 1;
        while (names[slot] != null) {
            slot = slot + 1 & names.length - 1;
        }
        names[slot] = name;
    }
}
