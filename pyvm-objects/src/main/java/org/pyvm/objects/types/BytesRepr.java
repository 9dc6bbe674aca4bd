package org.pyvm.objects.types;

/** How bytes show themselves. */
final class BytesRepr {
    private static final String HEX = "0123456789abcdef";

    private BytesRepr() {}

    /** {@code b'...'}, in double quotes when that saves escapes. */
    static String repr(byte[] bytes, int size) {
        return repr(bytes, size, false);
    }

    /** As {@link #repr(byte[], int)}, but a single quote is escaped in double quotes too, as a bytearray shows it. */
    static String ofByteArray(byte[] bytes, int size) {
        return repr(bytes, size, true);
    }

    private static String repr(byte[] bytes, int size, boolean escapesSingle) {
        boolean single = false;
        boolean doubled = false;
        for (int i = 0; i < size; i++) {
            single |= bytes[i] == '\'';
            doubled |= bytes[i] == '"';
        }
        char quote = single && !doubled ? '"' : '\'';
        StringBuilder out = new StringBuilder(size + 3).append('b').append(quote);
        for (int i = 0; i < size; i++) {
            int c = bytes[i] & 0xFF;
            if (c == quote || c == '\\' || escapesSingle && c == '\'') {
                out.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append((char) c);
            } else {
                switch (c) {
                    case '\t' -> out.append("\\t");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    default -> out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
                }
            }
        }
        return out.append(quote).toString();
    }
}
