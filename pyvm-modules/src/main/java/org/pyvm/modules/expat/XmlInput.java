package org.pyvm.modules.expat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a document, decoded from bytes that come bit by bit; it knows where in the bytes, and in which line, a place is. */
final class XmlInput extends XmlText {
    private enum Form {
        UNKNOWN,
        UTF_8,
        UTF_16_LITTLE,
        UTF_16_BIG,
        SINGLE
    }

    private static final Pattern DECLARED = Pattern.compile(
            "<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*\\?>.*", Pattern.DOTALL);

    private static final char BYTE_ORDER_MARK = 0xFEFF;

    private final XmlEvents events;
    /** The encoding that the caller has named, or null. */
    private String named;

    private Form form = Form.UNKNOWN;
    /** Characters of a single-byte encoding. */
    private int[] table;

    /** Whether the encoding is one that XML cannot be written in. */
    private boolean unsuitable;

    private byte[] bytes = new byte[0];
    /** Whether the bytes that come next are no text. */
    private boolean malformed;

    private boolean isFinal;

    private int markAt;
    private long markLine = 1;
    private long markColumn;
    private long markByte;

    XmlInput(XmlEvents events, String named) {
        super(new char[256], false);
        this.events = events;
        this.named = named;
    }

    void setEncoding(String name) {
        if (form == Form.UNKNOWN) {
            named = name;
        }
    }

    boolean isUtf8() {
        return form == Form.UTF_8;
    }

    /** Whether the caller has said what the encoding is, so that what the document says does not matter. */
    boolean hasNamedEncoding() {
        return named != null;
    }

    /** Whether the document is in units of 16 bits. */
    boolean isWide() {
        return form == Form.UTF_16_LITTLE || form == Form.UTF_16_BIG;
    }

    boolean isUnsuitable() {
        return unsuitable;
    }

    /** Whether the text ends in something that cannot be decoded. */
    boolean isMalformed() {
        return malformed;
    }

    /** Whether the last character's bytes are not all there. */
    boolean isPartial() {
        return isFinal && !malformed && bytes.length > 0;
    }

    void add(byte[] data, boolean last) {
        isFinal = last;
        if (bytes.length == 0) {
            bytes = data;
        } else {
            byte[] all = Arrays.copyOf(bytes, bytes.length + data.length);
            System.arraycopy(data, 0, all, bytes.length, data.length);
            bytes = all;
        }
        if (form == Form.UNKNOWN && !detect()) {
            return;
        }
        reserve(bytes.length);
        int used = malformed ? 0 : decode();
        bytes = Arrays.copyOfRange(bytes, used, bytes.length);
        complete = last && !malformed && bytes.length == 0;
    }

    /** Whether text can be added as it is: nothing else is waiting, and its characters are what its bytes would be read as. */
    boolean takesText(String text) {
        if (bytes.length > 0 || malformed) {
            return false;
        }
        if (form == Form.UNKNOWN) {
            if (text.length() < 4 || text.charAt(0) == BYTE_ORDER_MARK) {
                return false;
            }
        } else if (form != Form.UTF_8) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    void addText(String text, boolean last) {
        form = Form.UTF_8;
        isFinal = last;
        reserve(text.length());
        text.getChars(0, text.length(), chars, limit);
        limit += text.length();
        complete = last;
    }

    private int unsigned(int i) {
        return i < bytes.length ? bytes[i] & 0xFF : -1;
    }

    /** Finds out the encoding; false when more bytes must come first. */
    private boolean detect() {
        if (bytes.length < 4 && !isFinal) {
            return false;
        }
        int first = unsigned(0);
        int second = unsigned(1);
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
            form = first == 0xFE ? Form.UTF_16_BIG : Form.UTF_16_LITTLE;
            skipMark(2);
            return true;
        }
        if (first == 0xEF && second == 0xBB && unsigned(2) == 0xBF) {
            skipMark(3);
            return named == null ? choose("utf-8") : choose(named);
        }
        if (named != null) {
            if (named.equalsIgnoreCase("utf-16")) {
                form = first == '<' && second == 0 ? Form.UTF_16_LITTLE : Form.UTF_16_BIG;
                return true;
            }
            return choose(named);
        }
        if (first == 0 || second == 0) {
            form = first == 0 ? Form.UTF_16_BIG : Form.UTF_16_LITTLE;
            return true;
        }
        return detectDeclared();
    }

    private void skipMark(int length) {
        bytes = Arrays.copyOfRange(bytes, length, bytes.length);
        markByte = length;
        markColumn = 1;
    }

    private boolean detectDeclared() {
        String start = latin1(Math.min(bytes.length, 1024));
        if (start.startsWith("<?xml") && start.length() > 5 && XmlChars.isSpace(start.charAt(5))) {
            if (!start.contains("?>") && !isFinal && start.length() < 1024) {
                return false;
            }
            Matcher matcher = DECLARED.matcher(start);
            if (matcher.matches()) {
                String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                boolean wide = name.toLowerCase(Locale.ROOT).startsWith("utf-16");
                // That it is not so is told where the declaration is read.
                return choose(wide ? "utf-8" : name);
            }
        }
        return choose("utf-8");
    }

    private String latin1(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (bytes[i] & 0xFF));
        }
        return text.toString();
    }

    private boolean choose(String name) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> form = Form.UTF_8;
            case "utf-16le" -> form = Form.UTF_16_LITTLE;
            case "utf-16be", "utf-16" -> form = Form.UTF_16_BIG;
            case "iso-8859-1" -> single(256);
            case "us-ascii" -> single(128);
            default -> {
                table = events.encoding(name);
                unsuitable = !keepsMarkup(table);
                // The declaration can be read all the same, so that the error has its place.
                form = unsuitable ? Form.UTF_8 : Form.SINGLE;
            }
        }
        return true;
    }

    /** Whether all characters that mean something in XML are what they are in ASCII. */
    private static boolean keepsMarkup(int[] table) {
        for (int i = 0; i < 0x7F; i++) {
            boolean matters = i >= ' ' && "$@\\^`{}~".indexOf(i) < 0 || i == '\n' || i == '\r' || i == '\t';
            if (matters && table[i] != i) {
                return false;
            }
        }
        return true;
    }

    private void single(int known) {
        form = Form.SINGLE;
        table = new int[256];
        for (int i = 0; i < 256; i++) {
            table[i] = i < known ? i : -1;
        }
    }

    private int decode() {
        return switch (form) {
            case UTF_8 -> decodeUtf8();
            case UTF_16_LITTLE -> decodeWide(0, 1);
            case UTF_16_BIG -> decodeWide(1, 0);
            case SINGLE -> decodeSingle();
            case UNKNOWN -> 0;
        };
    }

    private int decodeSingle() {
        for (int i = 0; i < bytes.length; i++) {
            int c = table[bytes[i] & 0xFF];
            if (c < 0 || c > 0xFFFF) {
                malformed = true;
                return i;
            }
            chars[limit++] = (char) c;
        }
        return bytes.length;
    }

    private int decodeWide(int low, int high) {
        int i = 0;
        for (; i + 1 < bytes.length; i += 2) {
            char c = (char) (unsigned(i + high) << 8 | unsigned(i + low));
            if (Character.isHighSurrogate(c)) {
                if (i + 3 >= bytes.length) {
                    break;
                }
                char next = (char) (unsigned(i + 2 + high) << 8 | unsigned(i + 2 + low));
                if (!Character.isLowSurrogate(next)) {
                    malformed = true;
                    break;
                }
                chars[limit++] = c;
                chars[limit++] = next;
                i += 2;
            } else if (Character.isLowSurrogate(c)) {
                malformed = true;
                break;
            } else {
                chars[limit++] = c;
            }
        }
        return i;
    }

    private int decodeUtf8() {
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i];
            if (b >= 0) {
                chars[limit++] = (char) b;
                i++;
                continue;
            }
            int length = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 0;
            int c = length == 0 ? -1 : b & 0x7F >> length;
            for (int k = 1; k < length && c >= 0; k++) {
                int next = unsigned(i + k);
                if (next < 0) {
                    return i;
                }
                c = (next & 0xC0) == 0x80 ? c << 6 | next & 0x3F : -1;
            }
            int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
            if (c < least || c > Character.MAX_CODE_POINT || c >= 0xD800 && c <= 0xDFFF) {
                malformed = true;
                return i;
            }
            limit += Character.toChars(c, chars, limit);
            i += length;
        }
        return i;
    }

    private int width(char c) {
        return switch (form) {
            case UTF_8 -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            case UTF_16_LITTLE, UTF_16_BIG -> 2;
            case SINGLE, UNKNOWN -> 1;
        };
    }

    @Override
    void dropped(int count) {
        moveMark(count);
        markAt -= count;
    }

    /** Brings the mark, whose place is known, to a place at or behind it. */
    private void moveMark(int to) {
        for (int i = markAt; i < to; i++) {
            char c = chars[i];
            markByte += width(c);
            boolean again = c == '\n' && i > 0 && chars[i - 1] == '\r';
            if ((c == '\n' || c == '\r') && !again) {
                markLine++;
                markColumn = 0;
            } else if (!again && !Character.isLowSurrogate(c)) {
                markColumn++;
            }
        }
        markAt = Math.max(markAt, to);
    }

    /** Line, column and offset of a place that is not before those asked for earlier. */
    long[] position(int place) {
        moveMark(Math.min(place, limit));
        return new long[] {markLine, markColumn, markByte};
    }

    /** The bytes from a place on. */
    byte[] bytesFrom(int place) {
        String rest = slice(place, limit);
        return switch (form) {
            case UTF_16_LITTLE -> rest.getBytes(StandardCharsets.UTF_16LE);
            case UTF_16_BIG -> rest.getBytes(StandardCharsets.UTF_16BE);
            case UTF_8, SINGLE, UNKNOWN -> rest.getBytes(StandardCharsets.UTF_8);
        };
    }
}
