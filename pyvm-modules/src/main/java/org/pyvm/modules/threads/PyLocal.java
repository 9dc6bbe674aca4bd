package org.pyvm.modules.threads;

import java.util.Map;
import java.util.WeakHashMap;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** {@code _thread._local}: an object whose attributes each thread has for itself. */
@PythonType(name = "_local", module = "_thread")
public final class PyLocal extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_thread", "_local", new PyLocalExposed.SlotTable(), new PyLocalExposed())
            .weakReferenceable();

    private final PyObject[] args;
    private final PyStr[] names;
    private final Map<ThreadState, PyDict> dicts = new WeakHashMap<>();

    private PyLocal(PyType type, PyObject[] args, PyStr[] names) {
        super(type);
        this.args = args;
        this.names = names;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (args.length > 0 && cls.lookup(Names.INIT) == PyType.OBJECT.lookup(Names.INIT)) {
            throw PyErr.typeError("Initialization arguments are not supported");
        }
        PyLocal local = new PyLocal(cls, args.clone(), names);
        local.dicts.put(thread, new PyDict());
        return local;
    }

    /** The calling thread's attributes; a thread's first use runs {@code __init__} again for it. */
    private PyDict dict(ThreadState thread) {
        PyDict dict;
        synchronized (dicts) {
            dict = dicts.get(thread);
            if (dict != null) {
                return dict;
            }
            dict = new PyDict();
            dicts.put(thread, dict);
        }
        PyObject init = type().lookup(Names.INIT);
        if (init != PyType.OBJECT.lookup(Names.INIT)) {
            Calls.callBound(thread, init, this, args, names);
        }
        return dict;
    }

    @SlotMethod(Slot.TP_GETATTRO)
    PyObject getAttribute(ThreadState thread, PyStr name) {
        PyDict dict = dict(thread);
        if (name == Names.DICT) {
            return dict;
        }
        PyObject descriptor = type().lookup(name);
        Slots slots = descriptor == null ? null : descriptor.type().slots();
        if (descriptor != null && slots.has(Slot.TP_DESCR_SET) && slots.has(Slot.TP_DESCR_GET)) {
            return slots.descrGet(thread, descriptor, this, type());
        }
        PyObject own = dict.get(name);
        if (own != null) {
            return own;
        }
        if (descriptor == null) {
            throw Attributes.noAttribute(this, name);
        }
        return slots.has(Slot.TP_DESCR_GET) ? slots.descrGet(thread, descriptor, this, type()) : descriptor;
    }

    @SlotMethod(Slot.TP_SETATTRO)
    void setAttribute(ThreadState thread, PyStr name, PyObject value) {
        PyDict dict = dict(thread);
        if (name == Names.DICT) {
            throw PyErr.attributeError("'%T' object attribute '__dict__' is read-only", this);
        }
        PyObject descriptor = type().lookup(name);
        if (descriptor != null && descriptor.type().slots().has(Slot.TP_DESCR_SET)) {
            descriptor.type().slots().descrSet(thread, descriptor, this, value);
        } else if (value != null) {
            dict.put(name, value);
        } else if (dict.remove(name) == null) {
            throw Attributes.noAttribute(this, name);
        }
    }
}
