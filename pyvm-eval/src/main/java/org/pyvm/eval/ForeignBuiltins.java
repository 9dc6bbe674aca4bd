package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * The built-ins of globals whose {@code __builtins__} is neither a module nor a dict: {@code {'__builtins__': None}}, as programs
 * write that want to evaluate an expression without any. A name that is looked up there is asked of the object, which
 * mostly is a TypeError. The dictionary itself stays empty; no cache remembers what is found.
 */
public final class ForeignBuiltins extends PyDict {
    private final PyObject object;

    ForeignBuiltins(PyObject object) {
        this.object = object;
    }

    /** What Python sees as {@code f_builtins}. */
    static PyObject shown(PyDict builtins) {
        return builtins instanceof ForeignBuiltins foreign ? foreign.object : builtins;
    }

    /** Whether the built-ins are a dict whose items nothing computes. */
    static boolean isPlain(PyDict builtins) {
        return builtins.getClass() == PyDict.class && builtins.type() == PyDict.TYPE;
    }

    /** The built-in of that name, or null. */
    public static PyObject find(ThreadState thread, PyDict builtins, PyStr name) {
        return isPlain(builtins) ? builtins.get(name) : Mappings.getOrNull(thread, shown(builtins), name);
    }

    /** As {@link #find}, but {@code __getitem__} of a dict's subclass is not asked: what IMPORT_NAME does. */
    public static PyObject findPlainly(PyDict builtins, PyStr name) {
        if (builtins instanceof ForeignBuiltins) {
            throw PyErr.systemError("bad argument to internal function");
        }
        return builtins.get(name);
    }
}
