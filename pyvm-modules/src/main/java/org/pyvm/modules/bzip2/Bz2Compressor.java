package org.pyvm.modules.bzip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.CompressedOutput;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** {@code _bz2.BZ2Compressor}. */
@PythonType(name = "BZ2Compressor", module = "_bz2")
public final class Bz2Compressor extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_bz2", "BZ2Compressor", new Bz2CompressorExposed.SlotTable(), new Bz2CompressorExposed())
            .notSubclassable();

    private final CompressedOutput output;

    private Bz2Compressor(int level) {
        super(TYPE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BZip2CompressorOutputStream stream = new BZip2CompressorOutputStream(out, level);
            output = new CompressedOutput(out, stream, stream::finish);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PythonNew("($cls, compresslevel=9, /)")
    static PyObject make(PyType cls, int level) {
        if (level < 1 || level > 9) {
            throw PyErr.valueError("compresslevel must be between 1 and 9");
        }
        return new Bz2Compressor(level);
    }

    @PythonMethod("compress($self, data, /)")
    PyObject compress(byte[] data) {
        return output.compress(data);
    }

    @PythonMethod("flush($self, /)")
    PyObject flush() {
        return output.flush();
    }
}
