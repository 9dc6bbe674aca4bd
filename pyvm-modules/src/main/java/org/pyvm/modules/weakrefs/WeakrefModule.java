package org.pyvm.modules.weakrefs;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;

/** {@code _weakref}. */
@PythonModule("_weakref")
public final class WeakrefModule {
    @PythonConstant("ref")
    static final PyObject REF = PyWeakReference.TYPE;

    @PythonConstant("ReferenceType")
    static final PyObject REFERENCE_TYPE = PyWeakReference.TYPE;

    @PythonConstant("ProxyType")
    static final PyObject PROXY_TYPE = PyWeakProxy.TYPE;

    @PythonConstant("CallableProxyType")
    static final PyObject CALLABLE_PROXY_TYPE = PyWeakProxy.CALLABLE_TYPE;

    @PythonFunction("proxy(object, callback=None, /)")
    PyObject proxy(ThreadState thread, PyObject object, PyObject callback) {
        return PyWeakProxy.to(thread, object, callback == Singletons.NONE ? null : callback);
    }

    @PythonFunction("getweakrefcount(object, /)")
    int getWeakRefCount(ThreadState thread, PyObject object) {
        return WeakReferences.of(thread).to(object).size();
    }

    @PythonFunction("getweakrefs(object, /)")
    PyObject getWeakRefs(ThreadState thread, PyObject object) {
        return PyList.of(WeakReferences.of(thread).to(object).toArray(PyObject[]::new));
    }

    @PythonFunction("_remove_dead_weakref(dct, key, /)")
    void removeDeadWeakref(ThreadState thread, PyDict dict, PyObject key) {
        if (dict.get(thread, key) instanceof PyWeakReference reference && reference.referent() == null) {
            dict.remove(thread, key);
        }
    }
}
