package org.pyvm.modules.marshal;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;

/** {@code marshal}. */
@PythonModule("marshal")
public final class MarshalModule {
    @PythonConstant("version")
    static final int VERSION = 4;

    @PythonFunction("dumps(value, version=4, /)")
    PyObject dumps(ThreadState thread, PyObject value, int version) {
        MarshalWriter writer = new MarshalWriter(thread, version);
        writer.write(value);
        return PyBytes.of(writer.bytes());
    }

    @PythonFunction("dump(value, file, version=4, /)")
    PyObject dump(ThreadState thread, PyObject value, PyObject file, int version) {
        return Calls.callMethod(thread, file, Names.WRITE_NAME, dumps(thread, value, version));
    }

    @PythonFunction("loads(bytes, /)")
    PyObject loads(ThreadState thread, PyObject source) {
        if (source instanceof PyBytes bytes) {
            return new MarshalReader(thread, MarshalSource.of(bytes.bytesUnsafe())).read();
        }
        if (!source.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", source);
        }
        byte[] copy = source.type().slots().buffer(thread, source, 0).toByteArray();
        return new MarshalReader(thread, MarshalSource.of(copy)).read();
    }

    /** Reads one value; the file is then positioned behind it. */
    @PythonFunction("load(file, /)")
    PyObject load(ThreadState thread, PyObject file) {
        return new MarshalReader(thread, MarshalSource.of(thread, file)).read();
    }
}
