package org.pyvm.eval.semantics;

import org.pyvm.eval.ForeignBuiltins;
import org.pyvm.eval.Frame;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** The {@code import} statements. */
public final class Imports {
    private Imports() {}

    @Semantics("IMPORT_NAME")
    public static PyObject importName(ThreadState thread, Frame frame, PyObject level, PyObject fromList, PyStr name) {
        PyObject function = ForeignBuiltins.findPlainly(frame.builtins(), Names.IMPORT);
        if (function == null) {
            throw PyErr.importError("__import__ not found");
        }
        PyObject namespace = frame.namespace();
        return Calls.callArray(
                thread,
                function,
                name,
                frame.globals(),
                namespace == null ? Singletons.NONE : namespace,
                fromList,
                level);
    }

    @Semantics("IMPORT_FROM")
    public static PyObject importFrom(ThreadState thread, PyObject module, PyStr name) {
        PyObject value = Attributes.getOrNull(thread, module, name);
        if (value != null) {
            return value;
        }
        // A submodule of a package in a circular import is in sys.modules before it is an attribute.
        PyObject package0 = Attributes.getOrNull(thread, module, Names.NAME);
        if (package0 instanceof PyStr packageName) {
            PyObject submodule = thread.interpreter().modules.get(thread, PyStr.of(packageName + "." + name));
            if (submodule != null) {
                return submodule;
            }
        }
        throw cannotImport(thread, module, package0, name);
    }

    private static PyErr cannotImport(ThreadState thread, PyObject module, PyObject package0, PyStr name) {
        PyObject shown = package0 instanceof PyStr ? package0 : PyStr.of("<unknown module name>");
        PyObject file = Attributes.getOrNull(thread, module, Names.FILE);
        PyErr error;
        if (!(file instanceof PyStr)) {
            error = PyErr.importError("cannot import name %r from %r (unknown location)", name, shown);
        } else if (isInitializing(thread, module)) {
            error = PyErr.importError(
                    "cannot import name %r from partially initialized module %r (most likely due to a circular import)"
                            + " (%s)",
                    name, shown, file);
        } else {
            error = PyErr.importError("cannot import name %r from %r (%s)", name, shown, file);
        }
        Exceptions.setField(error.value(), Names.NAME_NAME, shown);
        Exceptions.setField(error.value(), PyStr.intern("name_from"), name);
        if (file instanceof PyStr) {
            Exceptions.setField(error.value(), Names.PATH_NAME, file);
        }
        return error;
    }

    private static boolean isInitializing(ThreadState thread, PyObject module) {
        PyObject spec = Attributes.getOrNull(thread, module, Names.SPEC);
        PyObject initializing = spec == null ? null : Attributes.getOrNull(thread, spec, PyStr.intern("_initializing"));
        return initializing != null && Objects.isTrue(thread, initializing);
    }

    @Semantics("IMPORT_STAR")
    public static void importStar(ThreadState thread, Frame frame, PyObject module) {
        PyObject namespace = frame.locals(thread);
        PyObject all = Attributes.getOrNull(thread, module, Names.ALL);
        boolean skipPrivate = all == null;
        PyObject dict = null;
        if (all == null) {
            dict = Attributes.getOrNull(thread, module, Names.DICT);
            if (dict == null) {
                throw PyErr.importError("from-import-* object has no __dict__ and no __all__");
            }
            all = org.pyvm.objects.protocol.Mappings.keys(thread, dict);
        }
        PyObject names = Iterators.iter(thread, all);
        for (PyObject name; (name = Iterators.next(thread, names)) != null; ) {
            if (!(name instanceof PyStr text)) {
                PyObject moduleName = Attributes.get(thread, module, Names.NAME);
                throw PyErr.typeError(
                        skipPrivate
                                ? "Key in %s.__dict__ must be str, not %T"
                                : "Item in %s.__all__ must be str, not %T",
                        moduleName,
                        name);
            }
            if (skipPrivate && text.length() > 0 && text.codePointAt(0) == '_') {
                continue;
            }
            PyObject value = Attributes.get(thread, module, PyStr.intern(text));
            if (namespace.type() == PyDict.TYPE) {
                ((PyDict) namespace).put(thread, text, value);
            } else {
                Objects.setItem(thread, namespace, text, value);
            }
        }
    }
}
