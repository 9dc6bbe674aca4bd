package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** How a {@link TextIOWrapper} writes: bytes are collected until there is a chunk of them, or a line is to be seen. */
final class TextWriting {
    private TextWriting() {}

    @PythonMethod("write($self, text, /)")
    static int write(ThreadState thread, TextIOWrapper self, PyStr text) {
        self.checkUsable(thread);
        if (self.encoder == null) {
            throw IoState.unsupported(thread, "not writable");
        }
        boolean looks = self.writeNewline != null || self.lineBuffering;
        boolean hasLine = looks && indexOf(text, '\n') >= 0;
        PyStr output = hasLine && self.writeNewline != null ? replaceLineFeeds(text, self.writeNewline) : text;
        boolean flushes = self.lineBuffering && (hasLine || indexOf(text, '\r') >= 0);
        byte[] bytes = self.encoder.encode(thread, output);
        if (self.pendingSize > 0 && self.pendingSize + bytes.length > self.chunkSize) {
            writePending(thread, self);
        }
        self.addPending(thread, bytes);
        if (self.pendingSize >= self.chunkSize || flushes || self.writeThrough) {
            writePending(thread, self);
        }
        if (flushes) {
            flushBuffer(thread, self);
        }
        if (self.hasDecoded || self.snapshotFlags != null) {
            self.forgetDecoded();
            self.forgetSnapshot();
        }
        if (self.decoder != null) {
            self.decoder.reset(thread);
        }
        return text.length();
    }

    private static void flushBuffer(ThreadState thread, TextIOWrapper self) {
        if (self.own != null && self.own.writes) {
            BufferedWriting.flush(thread, self.own);
        } else {
            StreamCalls.call(thread, self.buffer, Names.FLUSH_NAME);
        }
    }

    private static int indexOf(PyStr text, char c) {
        if (text.bmp() != null) {
            return text.bmp().indexOf(c);
        }
        int[] wide = text.wide();
        for (int i = 0; i < wide.length; i++) {
            if (wide[i] == c) {
                return i;
            }
        }
        return -1;
    }

    private static PyStr replaceLineFeeds(PyStr text, String newline) {
        if (text.bmp() != null) {
            return PyStr.ofBmp(text.bmp().replace("\n", newline));
        }
        StrBuilder out = new StrBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                out.append(newline);
            } else {
                out.append(c);
            }
        }
        return out.toPyStr();
    }

    /** Hands what has been collected to the buffer. */
    static void writePending(ThreadState thread, TextIOWrapper self) {
        if (self.pendingSize == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOf(self.pending, self.pendingSize);
        self.pendingSize = 0;
        if (self.pending.length > 4 * self.chunkSize) {
            self.pending = new byte[0];
        }
        IoState.of(thread).removePending(self);
        if (self.own != null && self.own.writes) {
            BufferedWriting.write(thread, self.own, bytes);
            return;
        }
        PyBytes data = PyBytes.of(bytes);
        while (true) {
            try {
                StreamCalls.call(thread, self.buffer, Names.WRITE_NAME, data);
                return;
            } catch (PyErr e) {
                if (!e.matches(Exceptions.INTERRUPTED_ERROR)) {
                    throw e;
                }
            }
        }
    }

    @PythonMethod("truncate($self, pos=None, /)")
    static PyObject truncate(ThreadState thread, TextIOWrapper self, PyObject size) {
        self.checkAttached();
        StreamCalls.call(thread, self, Names.FLUSH_NAME);
        return StreamCalls.call(thread, self.buffer, StreamCalls.TRUNCATE, size);
    }
}
