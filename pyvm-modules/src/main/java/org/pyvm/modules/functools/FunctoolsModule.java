package org.pyvm.modules.functools;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyStr;

/** The module {@code _functools}. */
@PythonModule("_functools")
public final class FunctoolsModule {
    @PythonConstant("partial")
    static final PyType PARTIAL = Partial.TYPE;

    @PythonConstant("_lru_cache_wrapper")
    static final PyType LRU_CACHE_WRAPPER = LruCacheWrapper.TYPE;

    FunctoolsModule() {}

    @PythonFunction(value = "reduce", raw = true)
    static PyObject reduce(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("_functools.reduce", names);
        Arguments.checkCount("reduce", args.length, 2, 3);
        if (!Iterators.isIterable(args[1])) {
            throw PyErr.typeError("reduce() arg 2 must support iteration");
        }
        PyObject iterator = Iterators.iter(thread, args[1]);
        PyObject result = args.length == 3 ? args[2] : Iterators.next(thread, iterator);
        if (result == null) {
            throw PyErr.typeError("reduce() of empty iterable with no initial value");
        }
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            result = Calls.call(thread, args[0], result, item);
        }
        return result;
    }

    @PythonFunction("cmp_to_key(mycmp)")
    static PyObject cmpToKey(PyObject compare) {
        return new KeyWrapper(compare, null);
    }
}
