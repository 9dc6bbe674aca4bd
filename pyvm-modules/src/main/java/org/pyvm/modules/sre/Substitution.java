package org.pyvm.modules.sre;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.ByteSink;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.BytesConversion;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** One run of {@code Pattern.sub}. */
final class Substitution {
    private final ThreadState thread;
    private final PyPattern pattern;
    private final SearchedText text;
    /** Called with each match; null when the replacement is a text or a template. */
    private final PyObject function;
    /** What stands for each match, when that is always the same. */
    private final PyObject literal;

    private final Template template;
    /** The result while it grows: one of the two. */
    private StrBuilder chars;

    private ByteSink bytes;
    /** Pieces so far, which error texts count. */
    private int pieces;

    private long count;

    Substitution(ThreadState thread, PyPattern pattern, PyObject replacement, PyObject string) {
        this.thread = thread;
        this.pattern = pattern;
        if (Calls.isCallable(replacement)) {
            function = replacement;
            literal = null;
            template = null;
        } else {
            function = null;
            boolean plain = isPlain(thread, replacement);
            template = plain ? null : Template.of(thread, pattern, replacement);
            literal = plain ? replacement : template.literal();
        }
        this.text = pattern.text(thread, string);
    }

    /** Whether a replacement has no backslash, and so need not be parsed. */
    private static boolean isPlain(ThreadState thread, PyObject replacement) {
        if (replacement instanceof PyStr value) {
            return value.bmp() != null && value.bmp().indexOf('\\') < 0;
        }
        if (replacement.type().slots().has(Slot.BF_GETBUFFER)) {
            byte[] bytes = BytesConversion.argument(thread, replacement);
            return new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\\') < 0;
        }
        return false;
    }

    long count() {
        return count;
    }

    PyObject run(long most) {
        text.hold(thread);
        try {
            return replaceAll(most);
        } finally {
            text.release();
        }
    }

    private PyObject replaceAll(long most) {
        int end = text.subject().length();
        Matcher matcher = pattern.matcher(thread, text, end);
        int copied = 0;
        int at = 0;
        while ((most == 0 || count < most) && matcher.search(at)) {
            if (count == 0) {
                start(end);
            }
            if (copied < matcher.start()) {
                copy(copied, matcher.start());
            }
            replace(matcher, end);
            copied = matcher.end();
            count++;
            at = copied;
            matcher.forbidEmptyAt(at == matcher.start() ? at : -1);
        }
        if (count == 0) {
            return text.slice(0, end);
        }
        if (copied < end) {
            copy(copied, end);
        }
        return chars != null ? chars.toPyStr() : PyBytes.of(bytes.toByteArray());
    }

    private void start(int length) {
        if (text.isBytes()) {
            bytes = new ByteSink(length + 16);
        } else {
            chars = new StrBuilder(length + 16);
        }
    }

    private void copy(int from, int to) {
        pieces++;
        if (chars != null) {
            chars.append((PyStr) text.object(), from, to);
        } else {
            append(text.slice(from, to));
        }
    }

    private void replace(Matcher matcher, int end) {
        if (literal != null) {
            add(literal);
        } else if (template != null) {
            add(template.expand(text, matcher));
        } else {
            PyObject result = Calls.call(thread, function, pattern.match(text, matcher, 0, end));
            if (result != Singletons.NONE) {
                add(result);
            }
        }
    }

    private void add(PyObject piece) {
        append(piece);
        pieces++;
    }

    private void append(PyObject piece) {
        if (chars != null) {
            if (!(piece instanceof PyStr part)) {
                throw PyErr.typeError("sequence item %d: expected str instance, %T found", pieces, piece);
            }
            chars.append(part);
        } else {
            if (!piece.type().slots().has(Slot.BF_GETBUFFER)) {
                throw PyErr.typeError("sequence item %d: expected a bytes-like object, %T found", pieces, piece);
            }
            bytes.write(BytesConversion.argument(thread, piece));
        }
    }
}
