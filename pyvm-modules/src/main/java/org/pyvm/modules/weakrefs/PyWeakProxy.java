package org.pyvm.modules.weakrefs;

import java.lang.ref.WeakReference;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/** {@code weakref.ProxyType} and {@code weakref.CallableProxyType}. */
@PythonType(name = "ProxyType", module = "weakref")
public final class PyWeakProxy extends PyObject implements WeakReferences.Holder {
    public static final PyType TYPE = PyType.builtin(
                    "weakref", "ProxyType", new ProxySlots(false), new PyWeakProxyExposed())
            .notSubclassable();
    public static final PyType CALLABLE_TYPE = PyType.builtin(
                    "weakref", "CallableProxyType", new ProxySlots(true), new PyWeakProxyExposed())
            .notSubclassable();

    private static final PyStr REVERSED = PyStr.intern("reversed");

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

    @PythonMethod("__bytes__($self, /)")
    PyObject bytes(ThreadState thread) {
        return Calls.callMethod(thread, object(), Names.BYTES);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed(ThreadState thread) {
        return Calls.call(thread, thread.interpreter().builtins.get(REVERSED), object());
    }

    @Override
    public boolean isShared() {
        return callback == null;
    }

    @Override
    public PyObject takeCallback() {
        PyObject taken = callback;
        callback = null;
        return taken;
    }
}
