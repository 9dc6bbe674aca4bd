package org.pyvm.modules.binascii;

import org.pyvm.objects.codecs.ByteSink;

/** Quoted-printable text (RFC 1521), and its form in headers (RFC 1522). */
final class QuotedPrintable {
    private static final int LINE = 76;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    private static int hexDigit(byte[] text, int at) {
        return at < text.length && text[at] >= 0 ? Character.digit(text[at], 16) : -1;
    }

    static byte[] decode(byte[] text, boolean header) {
        ByteSink out = new ByteSink(text.length);
        for (int i = 0; i < text.length; ) {
            byte c = text[i];
            if (c == '=') {
                if (++i >= text.length) {
                    break;
                }
                if (text[i] == '\n' || text[i] == '\r') {
                    while (i < text.length && text[i] != '\n') {
                        i++;
                    }
                    i++;
                } else if (text[i] == '=') {
                    out.write('=');
                    i++;
                } else if (hexDigit(text, i) >= 0 && hexDigit(text, i + 1) >= 0) {
                    out.write(hexDigit(text, i) << 4 | hexDigit(text, i + 1));
                    i += 2;
                } else {
                    out.write('=');
                }
            } else {
                out.write(header && c == '_' ? ' ' : c);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** State of the encoder. */
    private static final class Encoder {
        private final byte[] data;
        private final boolean quoteTabs;
        private final boolean isText;
        private final boolean header;
        private final boolean crlf;
        private final ByteSink out;
        private int lineLength;
        /** The byte written last, if it was space that may end a line. */
        private int pendingSpace = -1;

        Encoder(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
            this.data = data;
            this.quoteTabs = quoteTabs;
            this.isText = isText;
            this.header = header;
            this.out = new ByteSink(data.length + data.length / 4);
            int lineEnd = 0;
            while (lineEnd < data.length && data[lineEnd] != '\n') {
                lineEnd++;
            }
            this.crlf = lineEnd < data.length && lineEnd > 0 && data[lineEnd - 1] == '\r';
        }

        private int at(int i) {
            return i < data.length ? data[i] & 0xFF : -1;
        }

        private boolean isQuoted(int i) {
            int c = at(i);
            int next = at(i + 1);
            if (c > 126 || c == '=' || header && c == '_') {
                return true;
            }
            if (c == '.' && lineLength == 0 && (next == -1 || next == '\n' || next == '\r' || next == 0)) {
                return true;
            }
            boolean space = c == '\t' || c == ' ';
            boolean lineEnd = c == '\r' || c == '\n';
            if (!isText && lineEnd || space && next == -1) {
                return true;
            }
            return c < 33 && !lineEnd && (quoteTabs || !space);
        }

        private void write(int c) {
            flushSpace();
            if (c == ' ' || c == '\t') {
                pendingSpace = c;
            } else {
                out.write(c);
            }
        }

        private void flushSpace() {
            if (pendingSpace >= 0) {
                out.write(pendingSpace);
                pendingSpace = -1;
            }
        }

        private void quote(int c) {
            out.write('=');
            out.write(HEX.charAt(c >> 4));
            out.write(HEX.charAt(c & 0xF));
        }

        private void endLine() {
            if (crlf) {
                out.write('\r');
            }
            out.write('\n');
            lineLength = 0;
        }

        private void breakLine() {
            flushSpace();
            out.write('=');
            endLine();
        }

        byte[] run() {
            for (int i = 0; i < data.length; ) {
                int c = at(i);
                if (isQuoted(i)) {
                    if (lineLength + 3 >= LINE) {
                        breakLine();
                    }
                    flushSpace();
                    quote(c);
                    lineLength += 3;
                    i++;
                } else if (isText && (c == '\n' || c == '\r' && at(i + 1) == '\n')) {
                    // Space at the end of a line would get lost.
                    if (pendingSpace >= 0) {
                        quote(pendingSpace);
                        pendingSpace = -1;
                    }
                    endLine();
                    i += c == '\r' ? 2 : 1;
                } else {
                    if (i + 1 != data.length && at(i + 1) != '\n' && lineLength + 1 >= LINE) {
                        breakLine();
                    }
                    lineLength++;
                    write(header && c == ' ' ? '_' : c);
                    i++;
                }
            }
            flushSpace();
            return out.toByteArray();
        }
    }

    static byte[] encode(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
        return new Encoder(data, quoteTabs, isText, header).run();
    }
}
