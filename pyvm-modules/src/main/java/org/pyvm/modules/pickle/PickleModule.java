package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyModule;

/** The module {@code _pickle}. */
@PythonModule("_pickle")
public final class PickleModule {
    @PythonConstant("Pickler")
    static final PyType PICKLER = PyPickler.TYPE;

    @PythonConstant("Unpickler")
    static final PyType UNPICKLER = PyUnpickler.TYPE;

    @PythonConstant("PickleBuffer")
    static final PyType PICKLE_BUFFER = PyPickleBuffer.TYPE;

    PickleModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        PickleState state = PickleState.of(thread);
        module.dict().put("PickleError", state.pickleError);
        module.dict().put("PicklingError", state.picklingError);
        module.dict().put("UnpicklingError", state.unpicklingError);
    }

    @PythonFunction("dump($module, /, obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)")
    void dump(
            ThreadState thread,
            PyObject obj,
            PyObject file,
            PyObject protocol,
            boolean fixImports,
            PyObject bufferCallback) {
        ObjectPickler pickler =
                new ObjectPickler(thread, PyPickler.writeOf(thread, file), protocol, fixImports, bufferCallback);
        pickler.dump(thread, obj);
        pickler.out.flush(thread);
    }

    @PythonFunction("dumps($module, /, obj, protocol=None, *, fix_imports=True, buffer_callback=None)")
    PyObject dumps(ThreadState thread, PyObject obj, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
        ObjectPickler pickler = new ObjectPickler(thread, null, protocol, fixImports, bufferCallback);
        pickler.dump(thread, obj);
        return pickler.out.toPyBytes();
    }

    @PythonFunction("load($module, /, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")
    PyObject load(
            ThreadState thread, PyObject file, boolean fixImports, String encoding, String errors, PyObject buffers) {
        PickleInput input = new PickleInput(thread, file);
        return new UnpicklingMachine(thread, input, fixImports, encoding, errors, buffers).load(thread);
    }

    @PythonFunction("loads($module, data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")
    PyObject loads(
            ThreadState thread, byte[] data, boolean fixImports, String encoding, String errors, PyObject buffers) {
        PickleInput input = new PickleInput(PickleState.of(thread), data);
        return new UnpicklingMachine(thread, input, fixImports, encoding, errors, buffers).load(thread);
    }
}
