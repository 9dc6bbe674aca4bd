package org.pyvm.modules.io;

import java.math.BigInteger;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** Sees to universal newlines behind another decoder: notes which line ends there are, and makes {@code \n} of all if asked. */
final class NewlineDecoder implements TextDecoder {
    static final int CR = 1;
    static final int LF = 2;
    static final int CRLF = 4;

    private static final PyStr CR_TEXT = PyStr.intern("\r");
    private static final PyStr LF_TEXT = PyStr.intern("\n");
    private static final PyStr CRLF_TEXT = PyStr.intern("\r\n");

    private final TextDecoder decoder;
    private final boolean translate;
    /** The text so far ended in a carriage return, which is kept back: a line feed may follow. */
    private boolean pendingCr;

    private int seen;

    /** @param decoder null when only text is given, to {@link #translate} */
    NewlineDecoder(TextDecoder decoder, boolean translate) {
        this.decoder = decoder;
        this.translate = translate;
    }

    @Override
    public PyStr decode(ThreadState thread, PyBytes input, boolean isFinal) {
        return translate(decoder.decode(thread, input, isFinal), isFinal);
    }

    /** What {@link #decode} does with the text of the decoder before. */
    PyStr translate(PyStr decoded, boolean isFinal) {
        PyStr text = decoded;
        if (pendingCr && (isFinal || text.length() > 0)) {
            text = new StrBuilder().append('\r').append(text).toPyStr();
            pendingCr = false;
        }
        int length = text.length();
        if (!isFinal && length > 0 && text.codePointAt(length - 1) == '\r') {
            text = new StrBuilder().append(text, 0, length - 1).toPyStr();
            pendingCr = true;
        }
        if (text.length() == 0) {
            return text;
        }
        int cr = text.bmp() != null ? text.bmp().indexOf('\r') : indexOfCr(text, 0);
        if (cr < 0) {
            if ((seen & LF) == 0 && indexOfLf(text) >= 0) {
                seen |= LF;
            }
            return text;
        }
        return look(text);
    }

    private static int indexOfCr(PyStr text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.codePointAt(i) == '\r') {
                return i;
            }
        }
        return -1;
    }

    private static int indexOfLf(PyStr text) {
        if (text.bmp() != null) {
            return text.bmp().indexOf('\n');
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.codePointAt(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Goes through a text with carriage returns. */
    private PyStr look(PyStr text) {
        StrBuilder out = translate ? new StrBuilder(text.length()) : null;
        int length = text.length();
        int start = 0;
        for (int i = 0; i < length; i++) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                seen |= LF;
            } else if (c == '\r') {
                boolean two = i + 1 < length && text.codePointAt(i + 1) == '\n';
                seen |= two ? CRLF : CR;
                if (out != null) {
                    out.append(text, start, i).append('\n');
                    start = two ? i + 2 : i + 1;
                }
                if (two) {
                    i++;
                }
            }
        }
        return out == null ? text : out.append(text, start, length).toPyStr();
    }

    @Override
    public State state(ThreadState thread) {
        State inner = decoder == null ? State.START : decoder.state(thread);
        PyInt flags = inner.flags();
        PyInt shifted = flags.fitsLong() && flags.longValue() >> 61 == 0
                ? PyInt.of(flags.longValue() << 1 | (pendingCr ? 1 : 0))
                : PyInt.of(flags.bigValue().shiftLeft(1).or(pendingCr ? BigInteger.ONE : BigInteger.ZERO));
        return shifted == inner.flags() ? inner : new State(inner.pending(), shifted);
    }

    @Override
    public void setState(ThreadState thread, State state) {
        BigInteger flags = state.flags().bigValue();
        pendingCr = flags.testBit(0);
        if (decoder != null) {
            decoder.setState(thread, new State(state.pending(), PyInt.of(flags.shiftRight(1))));
        }
    }

    @Override
    public void reset(ThreadState thread) {
        seen = 0;
        pendingCr = false;
        if (decoder != null) {
            decoder.reset(thread);
        }
    }

    @Override
    public int newlinesSeen() {
        return seen;
    }

    /** What the attribute {@code newlines} shows. */
    static PyObject newlines(int seen) {
        return switch (seen) {
            case 0 -> Singletons.NONE;
            case CR -> CR_TEXT;
            case LF -> LF_TEXT;
            case CRLF -> CRLF_TEXT;
            case CR | LF -> PyTuple.of(CR_TEXT, LF_TEXT);
            case CR | CRLF -> PyTuple.of(CR_TEXT, CRLF_TEXT);
            case LF | CRLF -> PyTuple.of(LF_TEXT, CRLF_TEXT);
            default -> PyTuple.of(CR_TEXT, LF_TEXT, CRLF_TEXT);
        };
    }
}
