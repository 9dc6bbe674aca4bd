package org.pyvm.tokenizer.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;
import org.pyvm.tokenizer.CompileException;

/** Source encodings under Python's names, by Java's charsets where both decode alike. Others Python code must know. */
public final class Encodings {
    private static final String TABLE = "encodings.txt";

    private Encodings() {}

    /**
     * Decodes all of a source.
     *
     * @param failure makes the exception from CPython's words
     */
    public static String decode(
            String encoding, byte[] bytes, SourceDecoder decoders, Function<String, CompileException> failure) {
        Entry entry = Table.BY_NAME.get(normal(encoding));
        if (entry == null || !entry.exact) {
            String text = decoders.decode(encoding, bytes);
            if (text != null) {
                return text;
            }
            if (entry == null || !Charset.isSupported(entry.charset)) {
                throw failure.apply("unknown encoding: " + encoding);
            }
        }
        return decode(entry, bytes, failure);
    }

    private static String decode(Entry entry, byte[] bytes, Function<String, CompileException> failure) {
        var decoder = Charset.forName(entry.charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw failure.apply(entry.problem(bytes, in.position(), result.length()));
        }
        return out.flip().toString();
    }

    /** Python's normal form: letters and digits, everything between them an underscore, dots kept. */
    private static String normal(String encoding) {
        var normal = new StringBuilder();
        boolean gap = false;
        for (char c : encoding.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '.') {
                if (gap && !normal.isEmpty()) {
                    normal.append('_');
                }
                normal.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return normal.toString();
    }

    private record Entry(String pythonName, String charset, boolean exact) {
        String problem(byte[] bytes, int position, int length) {
            if (pythonName.equals("utf_8")) {
                return Utf8Text.problemOf(bytes);
            }
            String where = length > 1
                    ? "bytes in position " + position + "-" + (position + length - 1)
                    : String.format("byte 0x%02x in position %d", bytes[position] & 0xFF, position);
            return "'" + codecName() + "' codec can't decode " + where + ": " + reason();
        }

        /** Codecs of single bytes share one implementation, and its name. */
        private String codecName() {
            return pythonName.equals("ascii") || isMultibyte() ? pythonName : "charmap";
        }

        private String reason() {
            if (pythonName.equals("ascii")) {
                return "ordinal not in range(128)";
            }
            return isMultibyte() ? "illegal multibyte sequence" : "character maps to <undefined>";
        }

        private boolean isMultibyte() {
            return !exact || pythonName.equals("gb2312");
        }
    }

    /** Read when a source first declares an encoding other than UTF-8. */
    private static final class Table {
        static final Map<String, Entry> BY_NAME = read();

        private static Map<String, Entry> read() {
            var table = new HashMap<String, Entry>();
            try (var in = Encodings.class.getResourceAsStream(TABLE);
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        add(table, line.split(" "));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(table);
        }

        private static void add(Map<String, Entry> table, String[] fields) {
            boolean exact = !fields[1].startsWith("~");
            var entry = new Entry(fields[0], exact ? fields[1] : fields[1].substring(1), exact);
            table.put(fields[0], entry);
            for (int i = 2; i < fields.length; i++) {
                table.put(fields[i], entry);
            }
        }
    }
}
