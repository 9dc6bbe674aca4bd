package org.pyvm.modules.io;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** The methods of all three kinds of {@link Buffered}. */
final class BufferedMethods {
    private BufferedMethods() {}

    @PythonMethod("detach($self, /)")
    static PyObject detach(ThreadState thread, Buffered self) {
        return self.detachRaw(thread);
    }

    @PythonMethod("close($self, /)")
    static PyObject close(ThreadState thread, Buffered self) {
        return self.closeStream(thread);
    }

    @PythonMethod("seekable($self, /)")
    static PyObject seekable(ThreadState thread, Buffered self) {
        self.checkUsable();
        return StreamCalls.call(thread, self.raw, StreamCalls.SEEKABLE);
    }

    @PythonMethod("fileno($self, /)")
    static PyObject fileno(ThreadState thread, Buffered self) {
        self.checkUsable();
        return StreamCalls.call(thread, self.raw, StreamCalls.FILENO);
    }

    @PythonMethod("isatty($self, /)")
    static PyObject isatty(ThreadState thread, Buffered self) {
        self.checkUsable();
        return StreamCalls.call(thread, self.raw, StreamCalls.ISATTY);
    }

    @PythonMethod("_dealloc_warn($self, source, /)")
    static void deallocWarn(ThreadState thread, Buffered self, PyObject source) {
        if (self.raw != null) {
            StreamCalls.call(thread, self.raw, PyStr.intern("_dealloc_warn"), source);
        }
    }

    @PythonMethod("tell($self, /)")
    static long tell(ThreadState thread, Buffered self) {
        self.checkUsable();
        return Math.max(0, self.rawTell(thread) - self.rawLead());
    }

    @PythonMethod("seek($self, target, whence=0, /)")
    static long seek(ThreadState thread, Buffered self, PyObject target, int whence) {
        self.checkUsable();
        if (whence < 0 || whence > 4) {
            throw PyErr.valueError("whence value %d invalid", whence);
        }
        self.checkOpen(thread, "seek of closed file");
        Buffered.require(thread, self.raw, StreamCalls.SEEKABLE, "File or stream is not seekable.");
        long offset = position(thread, target);
        if (whence < 2 && self.reads) {
            // Within what has been read already, nothing need be asked of the raw stream.
            long current = self.knownRawTell(thread);
            int available = self.readAhead();
            if (available > 0) {
                long step = whence == 0 ? offset - (current - self.rawLead()) : offset;
                if (step >= -self.pos && step <= available) {
                    self.pos += (int) step;
                    return current - available + step;
                }
            }
        }
        self.acquire(thread);
        try {
            if (self.writes) {
                self.flushWritten(thread);
            }
            if (whence == 1) {
                offset -= self.rawLead();
            }
            long result = self.rawSeek(thread, offset, whence);
            self.rawPos = -1;
            if (self.reads) {
                self.resetRead();
            }
            return result;
        } finally {
            self.release();
        }
    }

    private static long position(ThreadState thread, PyObject target) {
        if (target instanceof PyInt number && !number.fitsLong()) {
            throw PyErr.valueError("cannot fit 'int' into an offset-sized integer");
        }
        return StreamCalls.offset(thread, target);
    }

    @PythonMethod("truncate($self, pos=None, /)")
    static PyObject truncate(ThreadState thread, Buffered self, PyObject size) {
        self.checkUsable();
        self.checkOpen(thread, "truncate of closed file");
        if (!self.writes) {
            throw IoState.unsupported(thread, "truncate");
        }
        self.acquire(thread);
        try {
            self.flushAndRewind(thread);
            PyObject result = StreamCalls.call(thread, self.raw, StreamCalls.TRUNCATE, size);
            self.rawTell(thread);
            return result;
        } finally {
            self.release();
        }
    }

    @PythonMethod("__sizeof__($self, /)")
    static long sizeOf(Buffered self) {
        return 152L + (self.buffer == null ? 0 : self.buffer.length);
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    static PyObject reduceEx(Buffered self, PyObject protocol) {
        throw PyErr.typeError("cannot pickle '%T' object", self);
    }

    @PythonGetter(value = "raw", member = true)
    static PyObject raw(Buffered self) {
        return self.raw == null ? Singletons.NONE : self.raw;
    }

    @PythonGetter(value = "_finalizing", member = true)
    static boolean finalizing(Buffered self) {
        return self.finalizing;
    }

    @PythonSetter("_finalizing")
    static void setFinalizing(Buffered self, boolean value) {
        self.finalizing = value;
    }

    @PythonGetter("closed")
    static PyObject closed(ThreadState thread, Buffered self) {
        self.checkUsable();
        return Attributes.get(thread, self.raw, StreamCalls.CLOSED);
    }

    @PythonGetter("name")
    static PyObject name(ThreadState thread, Buffered self) {
        self.checkUsable();
        return Attributes.get(thread, self.raw, Names.NAME_NAME);
    }

    @PythonGetter("mode")
    static PyObject mode(ThreadState thread, Buffered self) {
        self.checkUsable();
        return Attributes.get(thread, self.raw, StreamCalls.MODE);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject self) {
        String name = self.type().isHeapType()
                ? self.type().name()
                : "_io." + self.type().name();
        PyObject shown = StreamCalls.nameOrNull(thread, self);
        if (shown == null) {
            return PyStr.of("<" + name + ">");
        }
        if (!ReprGuard.enter(thread, self)) {
            throw PyErr.runtimeError("reentrant call inside %s.__repr__", name);
        }
        try {
            return PyStr.of("<" + name + " name=" + Objects.repr(thread, shown) + ">");
        } finally {
            ReprGuard.leave(thread, self);
        }
    }
}
