package org.pyvm.objects.codecs;

/** What the encoders of UTF-16 and UTF-32 demand of error handlers. */
final class WideUnits {
    private WideUnits() {}

    /** Bytes must be whole units, text must be ASCII; otherwise the error is raised after all. */
    static void check(EncodeErrors handler, Replacement replacement, int unit, int position) {
        boolean fits = replacement.bytes() != null
                ? replacement.bytes().length % unit == 0
                : replacement.text().isAscii();
        if (!fits) {
            throw handler.error(position, position + 1, "surrogates not allowed");
        }
    }
}
