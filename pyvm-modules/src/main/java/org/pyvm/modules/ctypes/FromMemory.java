package org.pyvm.modules.ctypes;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonMethod;
import org.pyvm.modules.Audits;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PyStr;

/** The methods of C types that make instances of memory that is there already. */
final class FromMemory {
    /** Where the view is kept that lends the memory: no field has the place. */
    private static final int LENDER = -1;

    private FromMemory() {}

    @PythonMethod(value = "from_address($self, integer, /)", doc = "Data of this type that lies at an address.")
    static PyObject fromAddress(ThreadState thread, PyType self, PyObject address) {
        if (!(address instanceof PyInt number)) {
            throw PyErr.typeError("integer expected");
        }
        CtypesState state = CtypesState.of(thread);
        state.checkAddress(number.longValue());
        return PyCData.at(thread, self, state.everywhere, number.longValue());
    }

    @PythonMethod(
            value = "from_buffer($self, object, offset=0, /)",
            doc = "Data of this type in the memory of an object that lets others write to it.")
    static PyObject fromBuffer(ThreadState thread, PyType self, PyObject object, long offset) {
        CTypeInfo info = CTypeInfo.of(self);
        PyMemoryView view = PyMemoryView.of(thread, object);
        PyBuffer buffer;
        try {
            buffer = view.type().slots().buffer(thread, view, PyBuffer.WRITABLE);
        } catch (PyErr e) {
            boolean readOnly =
                    !e.value().type().slots().repr(thread, e.value()).toString().contains("contiguous");
            throw PyErr.typeError(
                    readOnly ? "underlying buffer is not writable" : "underlying buffer is not C contiguous");
        }
        checkSize(info, buffer.length(), offset);
        Audits.report(thread, "ctypes.cdata/buffer", view, PyInt.of(buffer.length()), PyInt.of(offset));
        if (buffer.memory() == null) {
            throw PyErr.typeError("the memory of a '%T' object cannot be shared", object);
        }
        PyCData data = PyCData.at(thread, self, Block.lentBy(buffer), offset);
        data.keep(thread, LENDER, view);
        return data;
    }

    private static void checkSize(CTypeInfo info, long length, long offset) {
        if (offset < 0) {
            throw PyErr.valueError("offset cannot be negative");
        }
        if (info.size > length - offset) {
            throw PyErr.valueError(
                    "Buffer size too small (%d instead of at least %d bytes)", length, info.size + offset);
        }
    }

    @PythonMethod(
            value = "from_buffer_copy($self, object, offset=0, /)",
            doc = "Data of this type with a copy of the bytes of an object.")
    static PyObject fromBufferCopy(ThreadState thread, PyType self, PyObject object, long offset) {
        CTypeInfo info = CTypeInfo.of(self);
        byte[] bytes = Convert.toByteArray(thread, object);
        checkSize(info, bytes.length, offset);
        return PyCData.copyOf(self, MemorySegment.ofArray(bytes), offset);
    }

    @PythonMethod(
            value = "in_dll($self, dll, name, /)",
            doc = "Data of this type that a shared library has under a name.")
    static PyObject inDll(ThreadState thread, PyType self, PyObject library, PyStr name) {
        Audits.report(thread, "ctypes.dlsym", library, name);
        long handle = DynamicLibraries.handleOf(thread, library);
        CtypesState state = CtypesState.of(thread);
        long address = state.libraries.symbol(handle, Utf8.encode(thread, name, null));
        if (address == 0) {
            throw PyErr.valueError("%s", state.libraries.error());
        }
        return PyCData.at(thread, self, state.everywhere, address);
    }
}
