package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** How a {@link TextIOWrapper} reads: a chunk of bytes is decoded at a time, and given out in pieces. */
final class TextReading {
    private TextReading() {}

    @PythonMethod("read($self, size=-1, /)")
    static PyObject read(ThreadState thread, TextIOWrapper self, PyObject size) {
        long wanted = StreamCalls.size(thread, size);
        self.checkUsable(thread);
        checkReadable(thread, self);
        TextWriting.writePending(thread, self);
        return wanted < 0 ? readAll(thread, self) : readSome(thread, self, wanted);
    }

    private static void checkReadable(ThreadState thread, TextIOWrapper self) {
        if (self.decoder == null) {
            throw IoState.unsupported(thread, "not readable");
        }
    }

    private static PyStr readAll(ThreadState thread, TextIOWrapper self) {
        PyObject bytes = StreamCalls.call(thread, self.buffer, Names.READ_NAME);
        PyStr rest = self.decoder.decode(thread, toBytes(thread, "read", bytes), true);
        PyStr before = TextIOWrapper.part(self.decoded, self.used, self.decoded.length());
        if (self.hasDecoded) {
            self.forgetDecoded();
        }
        self.forgetSnapshot();
        return before.length() == 0
                ? rest
                : new StrBuilder().append(before).append(rest).toPyStr();
    }

    private static PyStr readSome(ThreadState thread, TextIOWrapper self, long wanted) {
        PyStr first = take(self, wanted);
        long remaining = wanted - first.length();
        if (remaining == 0) {
            return first;
        }
        StrBuilder text = new StrBuilder().append(first);
        while (remaining > 0 && readChunk(thread, self, remaining)) {
            PyStr piece = take(self, remaining);
            text.append(piece);
            remaining -= piece.length();
        }
        return text.toPyStr();
    }

    /** Gives out decoded characters, no more than wanted. */
    private static PyStr take(TextIOWrapper self, long wanted) {
        int end = (int) Math.min(self.decoded.length(), self.used + wanted);
        PyStr piece = TextIOWrapper.part(self.decoded, self.used, end);
        self.used = end;
        return piece;
    }

    private static PyBytes toBytes(ThreadState thread, String method, PyObject result) {
        if (result instanceof PyBytes bytes) {
            return bytes;
        }
        if (!result.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("underlying %s() should have returned a bytes-like object, not '%T'", method, result);
        }
        return PyBytes.of(Convert.toByteArray(thread, result));
    }

    /**
     * Reads and decodes one chunk.
     *
     * @param hint how many characters are wanted, 0 for any number
     * @return false at the end of the file
     */
    static boolean readChunk(ThreadState thread, TextIOWrapper self, long hint) {
        checkReadable(thread, self);
        TextDecoder.State before = self.telling ? self.decoder.state(thread) : null;
        long bytesWanted = hint > 0 ? (long) (Math.max(self.bytesPerChar, 1.0) * hint) : 0;
        long chunk = Math.min(Integer.MAX_VALUE - 8, Math.max(self.chunkSize, bytesWanted));
        PyBytes input;
        if (self.own != null && self.own.reads) {
            input = (PyBytes) BufferedReading.read1(thread, self.own, chunk);
        } else {
            PyStr method = self.hasRead1 ? StreamCalls.READ1 : Names.READ_NAME;
            PyObject result = StreamCalls.call(thread, self.buffer, method, PyInt.of(chunk));
            input = toBytes(thread, method.toString(), result);
        }
        boolean end = input.size() == 0;
        self.setDecoded(self.decoder.decode(thread, input, end));
        int count = self.decoded.length();
        self.bytesPerChar = count > 0 ? (double) input.size() / count : 0.0;
        if (before != null) {
            self.snapshotFlags = before.flags();
            self.snapshotInput = concat(before.pending(), input);
        }
        return !end || count > 0;
    }

    private static PyBytes concat(PyBytes a, PyBytes b) {
        if (a.size() == 0) {
            return b;
        }
        byte[] both = Arrays.copyOf(a.bytesUnsafe(), a.size() + b.size());
        System.arraycopy(b.bytesUnsafe(), 0, both, a.size(), b.size());
        return PyBytes.of(both);
    }

    @PythonMethod("readline($self, size=-1, /)")
    static PyObject readLine(ThreadState thread, TextIOWrapper self, PyObject size) {
        self.checkAttached();
        return line(thread, self, Convert.toLong(thread, size));
    }

    static PyStr line(ThreadState thread, TextIOWrapper self, long limit) {
        self.checkUsable(thread);
        TextWriting.writePending(thread, self);
        StrBuilder collected = null;
        // What follows a carriage return may be the rest of a line end, so the return waits for the next chunk.
        boolean heldCr = false;
        while (true) {
            if (self.used >= self.decoded.length() && !nextChunk(thread, self)) {
                break;
            }
            PyStr text = self.decoded;
            int start = self.used;
            if (heldCr && text.codePointAt(start) == '\n') {
                if (limit < 0 || collected.length() < limit) {
                    self.used++;
                    collected.append('\n');
                }
                return collected.toPyStr();
            }
            long room = limit < 0 ? Long.MAX_VALUE : limit - (collected == null ? 0 : collected.length());
            int end = lineEnd(self, text, start);
            int to = (int) Math.min(end >= 0 ? end : text.length(), start + Math.min(room, Integer.MAX_VALUE / 2));
            self.used = to;
            boolean complete = end >= 0 || to - start >= room;
            if (collected == null && complete) {
                return TextIOWrapper.part(text, start, to);
            }
            collected = collected == null ? new StrBuilder() : collected;
            collected.append(text, start, to);
            if (complete) {
                return collected.toPyStr();
            }
            heldCr = self.readNewline != null
                    && self.readNewline.length() == 2
                    && to > start
                    && text.codePointAt(to - 1) == '\r';
        }
        self.forgetDecoded();
        self.forgetSnapshot();
        return collected == null ? PyStr.EMPTY : collected.toPyStr();
    }

    private static boolean nextChunk(ThreadState thread, TextIOWrapper self) {
        while (readChunk(thread, self, 0)) {
            if (self.decoded.length() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Position behind the first line end, or -1. */
    private static int lineEnd(TextIOWrapper self, PyStr text, int from) {
        String newline = self.readNewline;
        return newline == null ? universalEnd(text, from, self) : namedEnd(text, from, newline);
    }

    static int namedEnd(PyStr text, int from, String newline) {
        if (text.bmp() != null) {
            int at = text.bmp().indexOf(newline, from);
            return at < 0 ? -1 : at + newline.length();
        }
        int length = newline.length();
        for (int i = from; i + length <= text.length(); i++) {
            if (text.codePointAt(i) == newline.charAt(0)
                    && (length == 1 || text.codePointAt(i + 1) == newline.charAt(1))) {
                return i + length;
            }
        }
        return -1;
    }

    private static int universalEnd(PyStr text, int from, TextIOWrapper self) {
        return self.translatesNewlines() ? namedEnd(text, from, "\n") : universalEnd(text, from);
    }

    /** The end of a line that a carriage return, a line feed, or both may end. */
    static int universalEnd(PyStr text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < length && text.codePointAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    static PyObject next(ThreadState thread, PyObject object) {
        TextIOWrapper self = (TextIOWrapper) object;
        self.checkAttached();
        self.telling = false;
        PyObject line;
        if (!self.type().isHeapType()) {
            line = line(thread, self, -1);
        } else {
            line = StreamCalls.call(thread, self, StreamCalls.READLINE);
            if (!(line instanceof PyStr)) {
                throw PyErr.of(Exceptions.OS_ERROR, "readline() should have returned a str object, not '%T'", line);
            }
        }
        if (Objects.length(thread, line) == 0) {
            self.forgetSnapshot();
            self.telling = self.seekable;
            return null;
        }
        return line;
    }
}
