package org.pyvm.modules.expat;

/** The form of {@code &name;} and {@code &#number;}. */
final class References {
    private References() {}

    /** One past the reference that starts at a place; -1 when it is not all there. @throws XmlFailure when it is none */
    static int end(XmlText source, int start) {
        int i = start + 1;
        if (i < source.limit && source.chars[i] == '#') {
            i++;
            boolean hex = i < source.limit && source.chars[i] == 'x';
            i += hex ? 1 : 0;
            int digits = i;
            while (i < source.limit && source.chars[i] < 0x80 && Character.digit(source.chars[i], hex ? 16 : 10) >= 0) {
                i++;
            }
            return finish(source, i, digits);
        }
        return finish(source, source.skipName(i), i);
    }

    private static int finish(XmlText source, int i, int from) {
        if (i == source.limit) {
            return -1;
        }
        if (i == from || source.chars[i] != ';') {
            throw new XmlFailure(XmlFailure.INVALID_TOKEN, i);
        }
        return i + 1;
    }
}
