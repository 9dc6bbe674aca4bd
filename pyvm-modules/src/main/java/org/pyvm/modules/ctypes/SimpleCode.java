package org.pyvm.modules.ctypes;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A letter that {@code _type_} of a simple type may be.
 *
 * @param size in bytes, on a 64-bit Unix
 * @param pep the letter in formats of PEP 3118
 */
record SimpleCode(char letter, int size, char pep) {
    /** In the order in which the error text names them; the last few are of other systems. */
    static final String LETTERS = "cbBhHiIlLdfuzZqQPXOv?g";

    static final int LONG_DOUBLE_SIZE = 16;

    private static final Map<Character, SimpleCode> BY_LETTER = Map.copyOf(java.util.stream.Stream.of(
                    new SimpleCode('c', 1, 'c'),
                    new SimpleCode('b', 1, 'b'),
                    new SimpleCode('B', 1, 'B'),
                    new SimpleCode('?', 1, '?'),
                    new SimpleCode('h', 2, 'h'),
                    new SimpleCode('H', 2, 'H'),
                    new SimpleCode('v', 2, 'v'),
                    new SimpleCode('i', 4, 'i'),
                    new SimpleCode('I', 4, 'I'),
                    new SimpleCode('l', 8, 'q'),
                    new SimpleCode('L', 8, 'Q'),
                    new SimpleCode('q', 8, 'q'),
                    new SimpleCode('Q', 8, 'Q'),
                    new SimpleCode('f', 4, 'f'),
                    new SimpleCode('d', 8, 'd'),
                    new SimpleCode('g', LONG_DOUBLE_SIZE, 'g'),
                    new SimpleCode('u', 4, 'u'),
                    new SimpleCode('z', 8, 'z'),
                    new SimpleCode('Z', 8, 'Z'),
                    new SimpleCode('P', 8, 'P'),
                    new SimpleCode('O', 8, 'O'))
            .collect(Collectors.toMap(SimpleCode::letter, Function.identity())));

    /** Null for a letter that this system does not have. */
    static SimpleCode ofOrNull(char letter) {
        return BY_LETTER.get(letter);
    }

    boolean isPointer() {
        return letter == 'z' || letter == 'Z' || letter == 'P' || letter == 'O';
    }

    boolean isFloating() {
        return letter == 'f' || letter == 'd' || letter == 'g';
    }

    /** Whether a bit field may be of it. */
    boolean allowsBits() {
        return switch (letter) {
            case 'b', 'B', 'h', 'H', 'v', 'i', 'I', 'l', 'L', 'q', 'Q', '?' -> true;
            default -> false;
        };
    }

    boolean isSigned() {
        return switch (letter) {
            case 'b', 'h', 'i', 'l', 'q' -> true;
            default -> false;
        };
    }

    /** Whether there are types of it in the other order of bytes. */
    boolean isSwappable() {
        return switch (letter) {
            case 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'f', 'd' -> true;
            default -> false;
        };
    }

    String format(boolean swapped) {
        return (swapped ? ">" : "<") + pep;
    }
}
