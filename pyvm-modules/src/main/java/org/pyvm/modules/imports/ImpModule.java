package org.pyvm.modules.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StringHash;

/** {@code _imp}: what importlib asks of the machine. Built-in modules come from the interpreter's {@link ModuleSource}. */
@PythonModule("_imp")
public final class ImpModule {
    @PythonConstant("check_hash_based_pycs")
    static final String CHECK_HASH_BASED_PYCS = "default";

    private final InterpreterState interpreter;
    private int lockDepth;

    ImpModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    private ModuleSource source() {
        return interpreter.service(ModuleSource.class);
    }

    @PythonFunction("acquire_lock()")
    void acquireLock() {
        lockDepth++;
    }

    @PythonFunction("release_lock()")
    void releaseLock() {
        if (lockDepth == 0) {
            throw PyErr.runtimeError("not holding the import lock");
        }
        lockDepth--;
    }

    @PythonFunction("lock_held()")
    boolean lockHeld() {
        return lockDepth > 0;
    }

    @PythonFunction("extension_suffixes()")
    PyObject extensionSuffixes() {
        return new PyList();
    }

    @PythonFunction("is_builtin(name, /)")
    int isBuiltin(PyStr name) {
        return source().builtinNames().contains(name.toString()) ? 1 : 0;
    }

    @PythonFunction("create_builtin(spec, /)")
    PyObject createBuiltin(ThreadState thread, PyObject spec) {
        String name = Attributes.get(thread, spec, Names.NAME_NAME).toString();
        PyObject known = interpreter.modules.get(thread, PyStr.of(name));
        if (known != null) {
            return known;
        }
        PyModule module = source().createBuiltin(interpreter, name);
        return module == null ? Singletons.NONE : module;
    }

    @PythonFunction("exec_builtin(mod, /)")
    int execBuiltin(PyObject module) {
        return 0;
    }

    @PythonFunction("is_frozen(name, /)")
    boolean isFrozen(PyStr name) {
        return source().isFrozen(name.toString());
    }

    @PythonFunction("is_frozen_package(name, /)")
    boolean isFrozenPackage(PyStr name) {
        requireFrozen(name);
        return source().isFrozenPackage(name.toString());
    }

    @PythonFunction("get_frozen_object(name, data=None, /)")
    PyObject getFrozenObject(ThreadState thread, PyStr name, PyObject data) {
        requireFrozen(name);
        return source().frozenCode(thread, name.toString());
    }

    @PythonFunction("find_frozen(name, /, *, withdata=False)")
    PyObject findFrozen(PyStr name, boolean withData) {
        if (!source().isFrozen(name.toString())) {
            return Singletons.NONE;
        }
        String origin = source().frozenOrigin(name.toString());
        return PyTuple.of(
                Singletons.NONE,
                PyBool.of(source().isFrozenPackage(name.toString())),
                origin == null ? Singletons.NONE : PyStr.of(origin));
    }

    @PythonFunction("init_frozen(name, /)")
    PyObject initFrozen(PyStr name) {
        return Singletons.NONE;
    }

    private void requireFrozen(PyStr name) {
        if (!source().isFrozen(name.toString())) {
            PyErr error = PyErr.importError("No such frozen object named %s", name);
            org.pyvm.objects.types.Exceptions.setField(error.value(), Names.NAME_NAME, name);
            throw error;
        }
    }

    @PythonFunction("_frozen_module_names()")
    PyObject frozenModuleNames() {
        List<String> names = source().frozenNames();
        return PyList.of(names.stream().map(PyStr::of).toArray(PyObject[]::new));
    }

    @PythonFunction("_override_frozen_modules_for_tests(override, /)")
    void overrideFrozenModules(int override) {
        // All that is frozen is needed to start; there is nothing to switch.
    }

    /** Renames the file of a code object and of the code in it, where it had the old name. */
    @PythonFunction("_fix_co_filename(code, path, /)")
    void fixFileName(PyCode code, PyStr path) {
        code.renameFile(path.toString());
    }

    @PythonFunction("source_hash(key, source)")
    PyObject sourceHash(long key, PyBytes source) {
        long hash = StringHash.of(source.toByteArray(), source.size(), key, 0);
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(hash)
                .array();
        return PyBytes.of(bytes);
    }
}
