package org.pyvm.modules.bzip2;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** {@code _bz2.BZ2Decompressor}: decompresses data that comes bit by bit. */
@PythonType(name = "BZ2Decompressor", module = "_bz2", signature = "()")
public final class Bz2Decompressor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_bz2", "BZ2Decompressor", new Bz2DecompressorExposed.SlotTable(), new Bz2DecompressorExposed())
            .notSubclassable();

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final Bzip2Decoder decoder = new Bzip2Decoder();
    private PyBytes unused = PyBytes.EMPTY;
    private boolean needsInput = true;
    private boolean failed;

    private Bz2Decompressor() {
        super(TYPE);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        if (args.length > named) {
            throw PyErr.typeError("BZ2Decompressor() takes no positional arguments");
        }
        if (named > 0) {
            throw PyErr.typeError("BZ2Decompressor() takes no keyword arguments");
        }
        return new Bz2Decompressor();
    }

    @PythonMethod("decompress($self, /, data, max_length=-1)")
    PyObject decompress(byte[] data, long most) {
        if (decoder.isAtEnd()) {
            throw PyErr.of(Exceptions.EOF_ERROR, "End of stream already reached");
        }
        if (failed) {
            // Where the decoder stands is anybody's guess.
            throw PyErr.of(Exceptions.OS_ERROR, "Invalid data stream");
        }
        byte[] out;
        try {
            out = decoder.run(data, most < 0 ? LONGEST : (int) Math.min(most, LONGEST));
        } catch (BlockDecoder.DataError e) {
            failed = true;
            needsInput = false;
            throw PyErr.of(Exceptions.OS_ERROR, "Invalid data stream");
        }
        if (decoder.isAtEnd()) {
            unused = PyBytes.of(decoder.rest());
            needsInput = false;
        } else {
            needsInput = decoder.isHungry();
        }
        return PyBytes.of(out);
    }

    @PythonGetter(value = "eof", member = true)
    boolean isAtEnd() {
        return decoder.isAtEnd();
    }

    @PythonGetter(value = "unused_data", member = true)
    PyObject unusedData() {
        return unused;
    }

    @PythonGetter(value = "needs_input", member = true)
    boolean needsInput() {
        return needsInput;
    }
}
