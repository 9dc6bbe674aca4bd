package org.pyvm.objects.codecs;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** The error handlers that every interpreter knows. */
public enum BuiltinErrorHandler {
    STRICT("strict", "strict_errors"),
    IGNORE("ignore", "ignore_errors"),
    REPLACE("replace", "replace_errors"),
    XMLCHARREFREPLACE("xmlcharrefreplace", "xmlcharrefreplace_errors"),
    BACKSLASHREPLACE("backslashreplace", "backslashreplace_errors"),
    NAMEREPLACE("namereplace", "namereplace_errors"),
    SURROGATEPASS("surrogatepass", "surrogatepass"),
    SURROGATEESCAPE("surrogateescape", "surrogateescape");

    private static final Map<String, BuiltinErrorHandler> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(h -> h.handlerName, h -> h));

    private final String handlerName;
    private final String functionName;

    BuiltinErrorHandler(String handlerName, String functionName) {
        this.handlerName = handlerName;
        this.functionName = functionName;
    }

    /** Null when there is none of this name. */
    public static BuiltinErrorHandler named(String name) {
        return name == null ? STRICT : BY_NAME.get(name);
    }

    /** As {@code register_error} knows it. */
    public String handlerName() {
        return handlerName;
    }

    /** Name of the function that {@code lookup_error} gives. */
    public String functionName() {
        return functionName;
    }

    /** Whether the handler deals with failures of this kind: if not, the function raises TypeError. */
    boolean accepts(UnicodeFailure failure) {
        return switch (this) {
            case STRICT, IGNORE, REPLACE, BACKSLASHREPLACE -> true;
            case XMLCHARREFREPLACE, NAMEREPLACE -> !failure.isDecoding() && failure.encoding() != null;
            case SURROGATEPASS, SURROGATEESCAPE -> failure.isDecoding() || failure.encoding() != null;
        };
    }

    /** The replacement, or null when the failure is to be raised. */
    Replacement handle(UnicodeFailure failure) {
        if (!accepts(failure)) {
            return null;
        }
        return switch (this) {
            case STRICT -> null;
            case IGNORE -> Replacement.of(PyStr.EMPTY, failure.end());
            case REPLACE -> replace(failure);
            case XMLCHARREFREPLACE -> xmlReferences(failure);
            case BACKSLASHREPLACE -> failure.isDecoding() ? escapedBytes(failure) : escapedText(failure, false);
            case NAMEREPLACE -> escapedText(failure, true);
            case SURROGATEPASS -> SurrogatePass.handle(failure);
            case SURROGATEESCAPE -> failure.isDecoding() ? escapeToSurrogates(failure) : bytesOfSurrogates(failure);
        };
    }

    private static Replacement replace(UnicodeFailure failure) {
        if (failure.isDecoding()) {
            return Replacement.of(PyStr.ofCodePoint(0xFFFD), failure.end());
        }
        int count = Math.max(0, failure.end() - failure.start());
        String character = failure.encoding() != null ? "?" : "\uFFFD";
        return Replacement.of(PyStr.ofBmp(character.repeat(count)), failure.end());
    }

    private static Replacement xmlReferences(UnicodeFailure failure) {
        StringBuilder out = new StringBuilder();
        for (int i = failure.start(); i < failure.end(); i++) {
            out.append("&#").append(failure.text().codePointAt(i)).append(';');
        }
        return Replacement.of(PyStr.ofBmp(out.toString()), failure.end());
    }

    private static Replacement escapedBytes(UnicodeFailure failure) {
        StringBuilder out = new StringBuilder();
        for (int i = failure.start(); i < failure.end(); i++) {
            out.append(String.format("\\x%02x", failure.bytes()[i]));
        }
        return Replacement.of(PyStr.ofBmp(out.toString()), failure.end());
    }

    private static Replacement escapedText(UnicodeFailure failure, boolean withNames) {
        StringBuilder out = new StringBuilder();
        for (int i = failure.start(); i < failure.end(); i++) {
            int c = failure.text().codePointAt(i);
            String name = withNames ? CharacterNames.nameOf(c) : null;
            if (name != null) {
                out.append("\\N{").append(name).append('}');
            } else {
                out.append(
                        c < 0x100
                                ? String.format("\\x%02x", c)
                                : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
            }
        }
        return Replacement.of(PyStr.ofBmp(out.toString()), failure.end());
    }

    /** Bytes from 0x80 on become lone surrogates U+DC80 to U+DCFF, at most four of them. */
    private static Replacement escapeToSurrogates(UnicodeFailure failure) {
        StrBuilder out = new StrBuilder();
        int i = failure.start();
        for (int end = Math.min(failure.end(), i + 4); i < end && failure.bytes()[i] < 0; i++) {
            out.append(0xDC00 + (failure.bytes()[i] & 0xFF));
        }
        return i == failure.start() ? null : Replacement.of(out.toPyStr(), i);
    }

    private static Replacement bytesOfSurrogates(UnicodeFailure failure) {
        byte[] bytes = new byte[Math.max(0, failure.end() - failure.start())];
        for (int i = 0; i < bytes.length; i++) {
            int c = failure.text().codePointAt(failure.start() + i);
            if (c < 0xDC80 || c > 0xDCFF) {
                return null;
            }
            bytes[i] = (byte) (c - 0xDC00);
        }
        return Replacement.of(bytes, failure.end());
    }
}
