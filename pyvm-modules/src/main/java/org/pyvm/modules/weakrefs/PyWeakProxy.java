package org.pyvm.modules.weakrefs;

import java.lang.ref.WeakReference;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** {@code weakref.ProxyType} and {@code weakref.CallableProxyType}. */
public final class PyWeakProxy extends PyObject implements WeakReferences.Holder {
    public static final PyType TYPE =
            PyType.builtin("weakref", "ProxyType", new ProxySlots(false), null).notSubclassable();
    public static final PyType CALLABLE_TYPE = PyType.builtin(
                    "weakref", "CallableProxyType", new ProxySlots(true), null)
            .notSubclassable();

    private final WeakReference<PyObject> referent;
    private PyObject callback;

    private PyWeakProxy(PyType type, PyObject object, PyObject callback) {
        super(type);
        this.referent = new WeakReference<>(object);
        this.callback = callback;
    }

    /** A proxy; one without a callback is shared. @param callback null for none */
    static PyObject to(ThreadState thread, PyObject object, PyObject callback) {
        if (!object.type().hasWeakref()) {
            throw PyErr.typeError("cannot create weak reference to '%T' object", object);
        }
        WeakReferences all = WeakReferences.of(thread);
        all.runCallbacks(thread);
        if (callback == null) {
            for (PyObject known : all.to(object)) {
                if (known instanceof PyWeakProxy proxy && proxy.callback == null) {
                    return known;
                }
            }
        }
        PyType type = object.type().slots().has(Slot.TP_CALL) ? CALLABLE_TYPE : TYPE;
        PyWeakProxy proxy = new PyWeakProxy(type, object, callback);
        all.add(object, proxy);
        return proxy;
    }

    /** The object. @throws PyErr ReferenceError when it has died */
    PyObject object() {
        PyObject object = referent.get();
        if (object == null) {
            throw PyErr.of(Exceptions.REFERENCE_ERROR, "weakly-referenced object no longer exists");
        }
        return object;
    }

    @Override
    public PyObject takeCallback() {
        PyObject taken = callback;
        callback = null;
        return taken;
    }
}
