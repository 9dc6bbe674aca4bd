package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PyStr;

/** {@code pickle.PickleBuffer}: memory that may be written beside the pickle (PEP 574). */
@PythonType(name = "PickleBuffer", module = "pickle")
public final class PyPickleBuffer extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "pickle", "PickleBuffer", new PyPickleBufferExposed.SlotTable(), new PyPickleBufferExposed())
            .notSubclassable()
            .weakReferenceable();

    private final PyObject object;
    /** Null when released. */
    private PyMemoryView view;

    private PyPickleBuffer(PyObject object, PyMemoryView view) {
        super(TYPE);
        this.object = object;
        this.view = view;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("PickleBuffer", names);
        if (args.length != 1) {
            throw PyErr.typeError("PickleBuffer() takes exactly 1 positional argument (%d given)", args.length);
        }
        if (!args[0].type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", args[0]);
        }
        return new PyPickleBuffer(args[0], PyMemoryView.of(thread, args[0]));
    }

    void checkReleased() {
        if (view == null) {
            throw PyErr.valueError("operation forbidden on released PickleBuffer object");
        }
    }

    private boolean says(ThreadState thread, String attribute) {
        return Objects.isTrue(thread, Attributes.get(thread, view, attribute));
    }

    boolean isContiguous(ThreadState thread) {
        return says(thread, "contiguous");
    }

    boolean isReadOnly(ThreadState thread) {
        return says(thread, "readonly");
    }

    byte[] toByteArray(ThreadState thread) {
        return Convert.toByteArray(thread, view);
    }

    @PythonMethod("raw($self, /)")
    PyObject raw(ThreadState thread) {
        checkReleased();
        if (!isContiguous(thread)) {
            throw PyErr.bufferError("cannot extract raw buffer from non-contiguous buffer");
        }
        return Calls.callMethod(thread, view, PyStr.intern("cast"), PyStr.intern("B"));
    }

    @PythonMethod("release($self, /)")
    PyObject release(ThreadState thread) {
        if (view != null) {
            Calls.callMethod(thread, view, PyStr.intern("release"));
            view = null;
        }
        return Singletons.NONE;
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(ThreadState thread, int flags) {
        checkReleased();
        // Of the object itself, so that a view of this buffer knows it.
        return object.type().slots().buffer(thread, object, flags);
    }
}
