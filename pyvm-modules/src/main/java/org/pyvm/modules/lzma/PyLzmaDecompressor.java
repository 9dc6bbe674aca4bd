package org.pyvm.modules.lzma;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;

/** {@code _lzma.LZMADecompressor}: decompresses one stream that comes bit by bit. */
@PythonType(
        name = "LZMADecompressor",
        module = "_lzma",
        signature = "(format=FORMAT_AUTO, memlimit=None, filters=None)")
public final class PyLzmaDecompressor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_lzma",
                    "LZMADecompressor",
                    new PyLzmaDecompressorExposed.SlotTable(),
                    new PyLzmaDecompressorExposed())
            .notSubclassable();

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final StreamDecoder decoder;
    private final ByteInput in = new ByteInput();
    private PyBytes unused = PyBytes.EMPTY;
    private boolean needsInput = true;
    private LzmaFailure failure;

    private PyLzmaDecompressor(StreamDecoder decoder) {
        super(TYPE);
        this.decoder = decoder;
    }

    @PythonNew(value = "($cls, format=0, memlimit=None, filters=None)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, int format, PyObject memoryLimit, PyObject filters) {
        long limit = StreamDecoder.NO_LIMIT;
        if (memoryLimit != Singletons.NONE) {
            if (format == LzmaModule.FORMAT_RAW) {
                throw PyErr.valueError("Cannot specify memory limit with FORMAT_RAW");
            }
            limit = FilterArgument.uint64(memoryLimit).longValue();
        }
        boolean isRaw = format == LzmaModule.FORMAT_RAW;
        if (isRaw && filters == Singletons.NONE) {
            throw PyErr.valueError("Must specify filters for FORMAT_RAW");
        }
        if (!isRaw && filters != Singletons.NONE) {
            throw PyErr.valueError("Cannot specify filters except with FORMAT_RAW");
        }
        return new PyLzmaDecompressor(
                switch (format) {
                    case LzmaModule.FORMAT_AUTO -> new AutoDecoder(limit);
                    case LzmaModule.FORMAT_XZ -> new XzDecoder(limit);
                    case LzmaModule.FORMAT_ALONE -> new AloneDecoder(limit, false);
                    case LzmaModule.FORMAT_RAW -> raw(thread, filters);
                    default -> throw PyErr.valueError("Invalid container format: %d", format);
                });
    }

    private static StreamDecoder raw(ThreadState thread, PyObject filters) {
        try {
            return StreamDecoder.raw(new ChainDecoder(FilterArgument.chain(thread, filters)));
        } catch (LzmaFailure e) {
            throw LzmaErrors.of(thread, e);
        }
    }

    @PythonMethod("decompress($self, /, data, max_length=-1)")
    PyObject decompress(ThreadState thread, byte[] data, long most) {
        if (decoder.isAtEnd()) {
            throw PyErr.of(Exceptions.EOF_ERROR, "Already at end of stream");
        }
        if (failure != null) {
            // Where the decoder stands is anybody's guess.
            throw LzmaErrors.of(thread, LzmaFailure.usage());
        }
        ByteOutput out = new ByteOutput(most < 0 ? LONGEST : (int) Math.min(most, LONGEST));
        in.add(data);
        try {
            needsInput = decoder.run(in, out);
        } catch (LzmaFailure e) {
            failure = e;
            needsInput = false;
            throw LzmaErrors.of(thread, e);
        }
        if (decoder.isAtEnd()) {
            needsInput = false;
            unused = PyBytes.of(in.takeAll());
        } else if (most == 0) {
            needsInput = false;
        }
        return PyBytes.of(out.toByteArray());
    }

    @PythonGetter(value = "check", member = true)
    int check() {
        return decoder.check();
    }

    @PythonGetter(value = "eof", member = true)
    boolean isAtEnd() {
        return decoder.isAtEnd();
    }

    @PythonGetter(value = "needs_input", member = true)
    boolean needsInput() {
        return needsInput;
    }

    @PythonGetter(value = "unused_data", member = true)
    PyObject unusedData() {
        return unused;
    }
}
