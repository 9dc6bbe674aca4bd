package org.pyvm.modules.multibyte;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which codes of one, two or three bytes are which characters. A code of three bytes begins with {@link #THREE_BYTES}. Some codes
 * are two characters, a letter and an accent.
 */
final class CharacterTable {
    static final int THREE_BYTES = 0x8F;
    static final int NONE = -1;

    private static final int CODES = 0x10000;
    private static final int CHARACTERS = 0x30000;

    private final int[] ofByte = new int[256];
    private final int[] ofTwo = new int[CODES];
    /** By the last two bytes; null when no code has three. */
    private int[] ofThree;
    /** First bytes that are illegal whatever follows. */
    private final boolean[] isAlone = new boolean[256];

    private final Set<Integer> refused = new HashSet<>();

    private final int[] codes = new int[CHARACTERS];
    private final Map<Long, Integer> codesOfPairs = new HashMap<>();
    private final Map<Integer, int[]> pairs = new HashMap<>();
    private final Set<Integer> pairBeginnings = new HashSet<>();

    CharacterTable() {
        Arrays.fill(ofByte, NONE);
        Arrays.fill(ofTwo, NONE);
        Arrays.fill(codes, NONE);
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    void setAlone(int lead) {
        isAlone[lead] = true;
    }

    boolean isAlone(int lead) {
        return isAlone[lead];
    }

    boolean hasThreeBytes() {
        return ofThree != null;
    }

    private int[] slots(int code) {
        if (code < 0x100) {
            return ofByte;
        }
        if (code < CODES) {
            return ofTwo;
        }
        if (ofThree == null) {
            ofThree = new int[CODES];
            Arrays.fill(ofThree, NONE);
        }
        return ofThree;
    }

    /** Says which character a code is; {@link #NONE} for none. */
    void set(int code, int character) {
        slots(code)[code & 0xFFFF] = character;
    }

    /** Says which two characters a code is. */
    void setPair(int code, int first, int second) {
        set(code, NONE);
        codesOfPairs.put(pair(first, second), code);
        pairs.put(code, new int[] {first, second});
        pairBeginnings.add(first);
    }

    /** Says that a whole code is illegal, not only its first byte: one of a later edition of the standard. */
    void refuse(int code) {
        set(code, NONE);
        refused.add(code);
    }

    boolean isRefused(int code) {
        return refused.contains(code);
    }

    Set<Integer> refused() {
        return refused;
    }

    /** The character of a code of one byte; {@link #NONE} when there is none. */
    int single(int code) {
        return ofByte[code];
    }

    /** The character; {@link #NONE} for none or two. */
    int character(int code) {
        return slots(code)[code & 0xFFFF];
    }

    /** The two characters that a code is; null when it is not. */
    int[] pairOrNull(int code) {
        return pairs.get(code);
    }

    /** Fills in the codes by the characters. */
    void invert(boolean prefersLast) {
        for (int code = 0; code < 0x100; code++) {
            putCode(code, prefersLast);
        }
        for (int code = 0x100; code < CODES; code++) {
            putCode(code, prefersLast);
        }
        for (int code = 0; ofThree != null && code < CODES; code++) {
            putCode(THREE_BYTES << 16 | code, prefersLast);
        }
    }

    private void putCode(int code, boolean prefersLast) {
        int character = character(code);
        if (character != NONE && (prefersLast || codes[character] == NONE)) {
            codes[character] = code;
        }
    }

    void setCode(int character, int code) {
        codes[character] = code;
    }

    /** The code of a character; {@link #NONE} when it has none. */
    int code(int character) {
        return character < CHARACTERS ? codes[character] : NONE;
    }

    /** The code of two characters that have one together. */
    int code(int first, int second) {
        return codesOfPairs.getOrDefault(pair(first, second), NONE);
    }

    boolean hasPairs() {
        return !pairs.isEmpty();
    }

    /** Whether the character may be the first of two that have one code. */
    boolean beginsPair(int character) {
        return pairBeginnings.contains(character);
    }

    /** Calls for each code. */
    void forEach(Visitor visitor) {
        for (int code = 0; code < CODES; code++) {
            visit(code, visitor);
        }
        for (int code = 0; ofThree != null && code < CODES; code++) {
            visit(THREE_BYTES << 16 | code, visitor);
        }
    }

    private void visit(int code, Visitor visitor) {
        int character = character(code);
        if (character != NONE || pairs.containsKey(code)) {
            visitor.visit(code, character);
        }
    }

    /** Takes a code and its character, {@link #NONE} for one that is two. */
    interface Visitor {
        void visit(int code, int character);
    }
}
