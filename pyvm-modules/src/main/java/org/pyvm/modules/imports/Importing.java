package org.pyvm.modules.imports;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/**
 * {@code __import__}: a module that is in {@code sys.modules} is found here; everything else is importlib's work, which
 * runs as Python code.
 */
public final class Importing {
    private static final PyStr INITIALIZING = PyStr.intern("_initializing");
    private static final PyStr PARENT = PyStr.intern("parent");

    private Importing() {}

    /** The bootstrap module of importlib in one interpreter. */
    public static final class Bootstrap {
        /** {@code _frozen_importlib}; null before it is installed. */
        public PyModule module;
    }

    /** {@code __import__(name, globals, locals, fromlist, level)}. @param globals null when not given */
    public static PyObject importModule(
            ThreadState thread, PyObject name, PyObject globals, PyObject fromList, int level) {
        try {
            return find(thread, name, globals, fromList, level);
        } catch (PyErr e) {
            ImportTraceback.trim(e);
            throw e;
        }
    }

    private static PyObject find(ThreadState thread, PyObject name, PyObject globals, PyObject fromList, int level) {
        if (!(name instanceof PyStr requested)) {
            throw PyErr.typeError("module name must be a string");
        }
        if (level < 0) {
            throw PyErr.valueError("level must be >= 0");
        }
        PyStr absolute = level > 0 ? resolve(thread, requested, globals, level) : requested;
        if (level == 0 && requested.length() == 0) {
            throw PyErr.valueError("Empty module name");
        }
        PyObject module = thread.interpreter().modules.get(thread, absolute);
        if (module == null || module == Singletons.NONE) {
            module = load(thread, absolute);
        } else {
            waitUntilInitialized(thread, module, absolute);
        }
        if (fromList != Singletons.NONE && Objects.isTrue(thread, fromList)) {
            return Attributes.getOrNull(thread, module, Names.PATH) == null
                    ? module
                    : call(thread, "_handle_fromlist", module, fromList, importFunction(thread));
        }
        return topLevel(thread, requested, absolute, level, module);
    }

    private static PyObject load(ThreadState thread, PyStr name) {
        ImportTimes times = thread.interpreter().serviceOrNull(ImportTimes.class);
        return times == null
                ? call(thread, "_find_and_load", name, importFunction(thread))
                : times.timed(
                        thread, name.toString(), () -> call(thread, "_find_and_load", name, importFunction(thread)));
    }

    /** {@code import a.b} gives {@code a}. */
    private static PyObject topLevel(ThreadState thread, PyStr requested, PyStr absolute, int level, PyObject module) {
        String text = requested.toString();
        int dot = text.indexOf('.');
        if (level == 0) {
            return dot < 0
                    ? module
                    : importModule(thread, PyStr.of(text.substring(0, dot)), Singletons.NONE, Singletons.NONE, 0);
        }
        if (text.isEmpty()) {
            return module;
        }
        if (dot < 0) {
            return module;
        }
        String full = absolute.toString();
        PyStr front = PyStr.of(full.substring(0, full.length() - (text.length() - dot)));
        PyObject first = thread.interpreter().modules.get(thread, front);
        if (first == null) {
            throw PyErr.of(Exceptions.KEY_ERROR, PyStr.of("'" + front + "' not in sys.modules as expected"));
        }
        return first;
    }

    private static PyObject importFunction(ThreadState thread) {
        PyObject function = thread.interpreter().builtins.get(Names.IMPORT);
        return function == null ? Singletons.NONE : function;
    }

    private static PyObject call(ThreadState thread, String function, PyObject... args) {
        PyModule bootstrap = thread.interpreter().service(Bootstrap.class, Bootstrap::new).module;
        if (bootstrap == null) {
            throw PyErr.importError("import of %s before importlib", args[0]);
        }
        return Calls.callArray(thread, bootstrap.dict().get(function), args);
    }

    private static void waitUntilInitialized(ThreadState thread, PyObject module, PyStr name) {
        PyObject spec = Attributes.getOrNull(thread, module, Names.SPEC);
        if (spec == null || spec == Singletons.NONE) {
            return;
        }
        PyObject initializing = Attributes.getOrNull(thread, spec, INITIALIZING);
        if (initializing != null && Objects.isTrue(thread, initializing)) {
            call(thread, "_lock_unlock_module", name);
        }
    }

    private static PyStr resolve(ThreadState thread, PyStr name, PyObject globals, int level) {
        if (globals == null) {
            throw PyErr.keyError(PyStr.of("'__name__' not in globals"));
        }
        if (!(globals instanceof PyDict dict)) {
            throw PyErr.typeError("globals must be a dict");
        }
        String base = packageOf(thread, dict);
        for (int i = 1; i < level; i++) {
            int dot = base.lastIndexOf('.');
            if (dot < 0) {
                throw PyErr.importError("attempted relative import beyond top-level package");
            }
            base = base.substring(0, dot);
        }
        if (base.isEmpty()) {
            throw PyErr.importError("attempted relative import with no known parent package");
        }
        return name.length() == 0 ? PyStr.intern(base) : PyStr.intern(base + "." + name);
    }

    private static String packageOf(ThreadState thread, PyDict globals) {
        PyObject given = globals.get(Names.PACKAGE);
        PyObject spec = globals.get(Names.SPEC);
        if (given != null && given != Singletons.NONE) {
            if (!(given instanceof PyStr text)) {
                throw PyErr.typeError("package must be a string");
            }
            return text.toString();
        }
        if (spec != null && spec != Singletons.NONE) {
            PyObject parent = Attributes.get(thread, spec, PARENT);
            if (!(parent instanceof PyStr text)) {
                throw PyErr.typeError("__spec__.parent must be a string");
            }
            return text.toString();
        }
        Warnings.warn(
                thread,
                Exceptions.IMPORT_WARNING,
                "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
                1);
        PyObject name = globals.get(Names.NAME);
        if (name == null) {
            throw PyErr.keyError(PyStr.of("'__name__' not in globals"));
        }
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("__name__ must be a string");
        }
        String full = text.toString();
        if (globals.get(Names.PATH) != null) {
            return full;
        }
        int dot = full.lastIndexOf('.');
        return dot < 0 ? "" : full.substring(0, dot);
    }
}
