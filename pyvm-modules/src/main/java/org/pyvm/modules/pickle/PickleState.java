package org.pyvm.modules.pickle;

import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** What the module keeps for one interpreter: its exceptions, and the tables of {@code copyreg} and {@code _compat_pickle}. */
final class PickleState {
    final PyType pickleError;
    final PyType picklingError;
    final PyType unpicklingError;
    final PyDict dispatchTable;
    /** From module and name to the code of an extension, back, and from code to object. */
    final PyDict extensionRegistry;

    final PyDict invertedRegistry;
    final PyDict extensionCache;
    final PyDict nameMapping;
    final PyDict importMapping;
    final PyDict reverseNameMapping;
    final PyDict reverseImportMapping;
    final PyObject codecsEncode;
    final PyObject partial;
    final PyObject getattr;

    private PickleState(ThreadState thread) {
        pickleError = Exceptions.define(thread, "_pickle.PickleError", Exceptions.EXCEPTION);
        picklingError = Exceptions.define(thread, "_pickle.PicklingError", pickleError);
        unpicklingError = Exceptions.define(thread, "_pickle.UnpicklingError", pickleError);
        PyObject copyreg = importModule(thread, PyStr.intern("copyreg"));
        dispatchTable = table(thread, copyreg, "copyreg", "dispatch_table");
        extensionRegistry = table(thread, copyreg, "copyreg", "_extension_registry");
        invertedRegistry = table(thread, copyreg, "copyreg", "_inverted_registry");
        extensionCache = table(thread, copyreg, "copyreg", "_extension_cache");
        PyObject compat = importModule(thread, PyStr.intern("_compat_pickle"));
        nameMapping = table(thread, compat, "_compat_pickle", "NAME_MAPPING");
        importMapping = table(thread, compat, "_compat_pickle", "IMPORT_MAPPING");
        reverseNameMapping = table(thread, compat, "_compat_pickle", "REVERSE_NAME_MAPPING");
        reverseImportMapping = table(thread, compat, "_compat_pickle", "REVERSE_IMPORT_MAPPING");
        codecsEncode = Attributes.get(thread, importModule(thread, PyStr.intern("codecs")), "encode");
        if (!Calls.isCallable(codecsEncode)) {
            throw PyErr.runtimeError("codecs.encode should be a callable, not %T", codecsEncode);
        }
        partial = Attributes.get(thread, importModule(thread, PyStr.intern("functools")), "partial");
        getattr = thread.interpreter().builtins.get("getattr");
    }

    static PickleState of(ThreadState thread) {
        PickleState state = thread.interpreter().serviceOrNull(PickleState.class);
        return state != null ? state : thread.interpreter().service(PickleState.class, () -> new PickleState(thread));
    }

    private static PyDict table(ThreadState thread, PyObject module, String moduleName, String name) {
        PyObject value = Attributes.get(thread, module, name);
        if (!(value instanceof PyDict dict) || value.type() != PyDict.TYPE) {
            throw PyErr.runtimeError("%s.%s should be a dict, not %T", moduleName, name, value);
        }
        return dict;
    }

    /** {@code PyImport_Import}: the very module of this name, also where it is in a package. */
    static PyObject importModule(ThreadState thread, PyStr name) {
        PyObject importer = thread.interpreter().builtins.get(Names.IMPORT);
        if (importer == null || importer instanceof PyBuiltinFunction) {
            Importing.importModule(thread, name, Singletons.NONE, Singletons.NONE, 0);
        } else {
            PyDict globals = new PyDict();
            Calls.callArray(thread, importer, name, globals, globals, PyTuple.of(Names.DOC), PyInt.of(0));
        }
        PyObject module = thread.interpreter().modules.get(thread, name);
        if (module == null) {
            throw PyErr.keyError(name);
        }
        return module;
    }

    PyErr picklingError(String template, Object... values) {
        return PyErr.of(picklingError, template, values);
    }

    PyErr unpicklingError(String template, Object... values) {
        return PyErr.of(unpicklingError, template, values);
    }

    PyErr truncated() {
        return unpicklingError("pickle data was truncated");
    }
}
