package org.pyvm.modules.ctypes;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PyStr;

/** The methods of C types that make instances of memory that is there already. */
final class FromMemory {
    private static final PyStr HANDLE = PyStr.intern("_handle");
    /** Where the view is kept that lends the memory: no field has the place. */
    private static final int LENDER = -1;

    private FromMemory() {}

    @PythonMethod(
            value = "from_address($self, integer, /)",
            doc = "C.from_address(integer) -> C instance\naccess a C instance at the specified address")
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
            doc = "C.from_buffer(object, offset=0, /) -> C instance\ncreate a C instance from a writeable buffer")
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
        CtypesState.audit(thread, "ctypes.cdata/buffer", view, PyInt.of(buffer.length()), PyInt.of(offset));
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
            doc = "C.from_buffer_copy(object, offset=0, /) -> C instance\ncreate a C instance from a readable buffer")
    static PyObject fromBufferCopy(ThreadState thread, PyType self, PyObject object, long offset) {
        CTypeInfo info = CTypeInfo.of(self);
        byte[] bytes = Convert.toByteArray(thread, object);
        checkSize(info, bytes.length, offset);
        return PyCData.copyOf(self, MemorySegment.ofArray(bytes), offset);
    }

    @PythonMethod(
            value = "in_dll($self, dll, name, /)",
            doc = "C.in_dll(dll, name) -> C instance\naccess a C instance in a dll")
    static PyObject inDll(ThreadState thread, PyType self, PyObject library, PyStr name) {
        CtypesState.audit(thread, "ctypes.dlsym", library, name);
        if (!(Attributes.get(thread, library, HANDLE) instanceof PyInt handle)) {
            throw PyErr.typeError("the _handle attribute of the second argument must be an integer");
        }
        CtypesState state = CtypesState.of(thread);
        long address =
                state.libraries.symbol(handle.longValue(), org.pyvm.objects.codecs.Utf8.encode(thread, name, null));
        if (address == 0) {
            throw PyErr.valueError("%s", state.libraries.error());
        }
        return PyCData.at(thread, self, state.everywhere, address);
    }
}
