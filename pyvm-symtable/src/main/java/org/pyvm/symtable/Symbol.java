package org.pyvm.symtable;

/**
 * A name in one scope.
 *
 * @param name mangled, see {@link PrivateNames}
 * @param flags the {@code DEF_} and {@code USE} bits below and, from bit {@link #SCOPE_OFFSET}, the scope kind's number;
 *     all as in CPython 3.11's {@code symtable}
 */
public record Symbol(String name, int flags) {
    /** Named by a global statement. */
    public static final int DEF_GLOBAL = 1;
    /** Bound by an assignment or the like. */
    public static final int DEF_LOCAL = 2;
    /** A parameter. */
    public static final int DEF_PARAM = 4;
    /** Named by a nonlocal statement. */
    public static final int DEF_NONLOCAL = 8;
    /** Read. */
    public static final int USE = 16;
    /** Unused since Python 2.2; kept for its number. */
    public static final int DEF_FREE = 32;
    /** Bound in a class body and free in one of its methods. */
    public static final int DEF_FREE_CLASS = 64;
    /** Bound by an import. */
    public static final int DEF_IMPORT = 128;
    /** Annotated. */
    public static final int DEF_ANNOT = 256;
    /** A comprehension's iteration variable. */
    public static final int DEF_COMP_ITER = 512;
    /** Bound in this scope in some way. */
    public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

    public static final int SCOPE_OFFSET = 11;
    public static final int SCOPE_MASK = 15;

    /** Where the name lives; {@link #number} as in CPython. */
    public enum Kind {
        /** Not known in the scope; no symbol of a finished table has it. */
        UNRESOLVED(0),
        LOCAL(1),
        GLOBAL_EXPLICIT(2),
        GLOBAL_IMPLICIT(3),
        /** In a cell of an enclosing function. */
        FREE(4),
        /** Local, in a cell because a nested function needs it. */
        CELL(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** The kind of a number from 0 to 5. */
        public static Kind of(int number) {
            return switch (number) {
                case 0 -> UNRESOLVED;
                case 1 -> LOCAL;
                case 2 -> GLOBAL_EXPLICIT;
                case 3 -> GLOBAL_IMPLICIT;
                case 4 -> FREE;
                case 5 -> CELL;
                default -> throw new IllegalArgumentException("scope kind " + number);
            };
        }
    }

    public Kind kind() {
        return Kind.of(flags >> SCOPE_OFFSET & SCOPE_MASK);
    }

    /** Whether any of the given bits is set. */
    public boolean has(int bits) {
        return (flags & bits) != 0;
    }
}
