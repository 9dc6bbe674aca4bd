package org.pyvm.objects.codecs;

/** The order of the bytes of a UTF-16 or UTF-32 text. */
public enum ByteOrder {
    LITTLE,
    BIG,
    /** As the byte order mark at the beginning says; little when there is none. Encoders write one. */
    MARKED;

    boolean isBig() {
        return this == BIG;
    }

    /** What {@code utf_16_ex_decode} calls it. */
    public int number() {
        return switch (this) {
            case LITTLE -> -1;
            case BIG -> 1;
            case MARKED -> 0;
        };
    }

    /** The inverse of {@link #number}. */
    public static ByteOrder of(int number) {
        return number < 0 ? LITTLE : number > 0 ? BIG : MARKED;
    }
}
