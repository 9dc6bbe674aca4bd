package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.EXT1;
import static org.pyvm.modules.pickle.PickleOpcode.EXT2;
import static org.pyvm.modules.pickle.PickleOpcode.EXT4;
import static org.pyvm.modules.pickle.PickleOpcode.GLOBAL;
import static org.pyvm.modules.pickle.PickleOpcode.STACK_GLOBAL;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyEllipsis;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** How classes and functions are written: by the names under which they are found again. */
final class GlobalPickling {
    private GlobalPickling() {}

    static void saveType(ThreadState thread, ObjectPickler pickler, PyType type) {
        PyObject single = singleInstance(type);
        if (single != null) {
            ReducePickling.save(thread, pickler, PyTuple.of(PyType.TYPE, PyTuple.of(single)), type);
        } else {
            save(thread, pickler, type, null);
        }
    }

    private static PyObject singleInstance(PyType type) {
        for (PyObject single : new PyObject[] {Singletons.NONE, PyEllipsis.INSTANCE, Singletons.NOT_IMPLEMENTED}) {
            if (single.type() == type) {
                return single;
            }
        }
        return null;
    }

    /**
     * The parts of a name that may have dots.
     *
     * @param object what the name is looked up in, for the error; null for none
     */
    static PyStr[] path(PyObject object, PyStr name) {
        String[] parts = name.toString().split("\\.", -1);
        PyStr[] path = new PyStr[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("<locals>")) {
                throw object == null
                        ? PyErr.attributeError("Can't pickle local object %r", name)
                        : PyErr.attributeError("Can't pickle local attribute %r on %r", name, object);
            }
            path[i] = PyStr.intern(parts[i]);
        }
        return path;
    }

    /** The attribute of an attribute of an object, to a depth; null when there is none. */
    static PyObject resolve(ThreadState thread, PyObject object, PyStr[] path, int depth) {
        PyObject value = object;
        for (int i = 0; i < depth && value != null; i++) {
            value = Attributes.getOrNull(thread, value, path[i]);
        }
        return value;
    }

    /** @param given the name that the object says it has; null to ask its {@code __qualname__} */
    static void save(ThreadState thread, ObjectPickler pickler, PyObject object, PyStr given) {
        PyStr name = given != null ? given : nameOf(thread, object);
        PyStr[] path = path(null, name);
        PyObject moduleName = moduleOf(thread, object, path);
        PyObject module;
        try {
            module = PickleState.importModule(thread, (PyStr) moduleName);
        } catch (PyErr e) {
            throw pickler.state.picklingError("Can't pickle %r: import of module %r failed", object, moduleName);
        }
        PyObject parent = resolve(thread, module, path, path.length - 1);
        PyObject found = parent == null ? null : Attributes.getOrNull(thread, parent, path[path.length - 1]);
        if (found == null) {
            throw pickler.state.picklingError(
                    "Can't pickle %r: attribute lookup %s on %s failed", object, name, moduleName);
        }
        if (found != object && !found.equals(object)) {
            throw pickler.state.picklingError(
                    "Can't pickle %r: it's not the same object as %s.%s", object, moduleName, name);
        }
        if (pickler.protocol >= 2 && saveExtension(thread, pickler, object, PyTuple.of(moduleName, name))) {
            return;
        }
        if (pickler.protocol >= 4) {
            pickler.save(thread, moduleName);
            pickler.save(thread, name);
            pickler.out.put(STACK_GLOBAL);
        } else if (parent != module) {
            PyTuple reduced = PyTuple.of(pickler.state.getattr, PyTuple.of(parent, path[path.length - 1]));
            ReducePickling.save(thread, pickler, reduced, null);
        } else {
            saveByLines(thread, pickler, object, (PyStr) moduleName, path[path.length - 1]);
        }
        pickler.memoize(object);
    }

    private static PyStr nameOf(ThreadState thread, PyObject object) {
        PyObject name = Attributes.getOrNull(thread, object, Names.QUALNAME);
        if (name == null) {
            name = Attributes.get(thread, object, Names.NAME);
        }
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("__qualname__ must be a string");
        }
        return text;
    }

    /** The module that an object says it is of, or else the first of {@code sys.modules} that has it. */
    private static PyObject moduleOf(ThreadState thread, PyObject object, PyStr[] path) {
        PyObject said = Attributes.getOrNull(thread, object, Names.MODULE);
        if (said != null && said != Singletons.NONE) {
            if (!(said instanceof PyStr)) {
                throw PyErr.typeError("__module__ must be a string, not %T", said);
            }
            // A built-in type names its module by the very string that is its key in sys.modules.
            return object instanceof PyType && said.type() == PyStr.TYPE ? PyStr.intern((PyStr) said) : said;
        }
        PyDict modules = thread.interpreter().modules.copyEntries();
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            PyObject name = modules.keyAt(i);
            PyObject module = modules.valueAt(i);
            if (module != Singletons.NONE
                    && name instanceof PyStr text
                    && !text.is("__main__")
                    && resolve(thread, module, path, path.length) == object) {
                return text;
            }
        }
        return Names.MAIN;
    }

    private static boolean saveExtension(ThreadState thread, ObjectPickler pickler, PyObject object, PyTuple key) {
        if (pickler.state.extensionRegistry.size() == 0) {
            return false;
        }
        PyObject code = pickler.state.extensionRegistry.get(thread, key);
        if (code == null) {
            return false;
        }
        if (!(code instanceof PyInt number)) {
            throw pickler.state.picklingError("Can't pickle %r: extension code %r isn't an integer", object, code);
        }
        long value = number.longValue();
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw pickler.state.picklingError("Can't pickle %r: extension code %d is out of range", object, value);
        }
        if (value <= 0xff) {
            pickler.out.put(EXT1, (int) value);
        } else if (value <= 0xffff) {
            pickler.out.put(EXT2, value, 2);
        } else {
            pickler.out.put(EXT4, value, 4);
        }
        return true;
    }

    private static void saveByLines(
            ThreadState thread, ObjectPickler pickler, PyObject object, PyStr moduleName, PyStr name) {
        PyStr[] names = {moduleName, name};
        if (pickler.fixImports) {
            names = oldNames(thread, pickler.state, moduleName, name);
        }
        pickler.out.put(GLOBAL);
        String[] what = {"module", "global"};
        for (int i = 0; i < 2; i++) {
            if (pickler.protocol < 3 && !names[i].isAscii()) {
                throw pickler.state.picklingError(
                        "can't pickle %s identifier '%s' using pickle protocol %d",
                        what[i], names[i], pickler.protocol);
            }
            pickler.out.put(Utf8.encode(thread, names[i], null));
            pickler.out.put((byte) '\n');
        }
    }

    /** The names that Python 2 has for a module and something in it. */
    private static PyStr[] oldNames(ThreadState thread, PickleState state, PyStr moduleName, PyStr name) {
        PyObject both = state.reverseNameMapping.get(thread, PyTuple.of(moduleName, name));
        if (both != null) {
            return names(both, "REVERSE_NAME_MAPPING");
        }
        PyObject old = state.reverseImportMapping.get(thread, moduleName);
        return new PyStr[] {old == null ? moduleName : name(old, "REVERSE_IMPORT_MAPPING"), name};
    }

    static PyStr name(PyObject value, String table) {
        if (!(value instanceof PyStr text)) {
            throw PyErr.runtimeError("_compat_pickle.%s values should be strings, not %T", table, value);
        }
        return text;
    }

    static PyStr[] names(PyObject value, String table) {
        if (!(value instanceof PyTuple both && both.size() == 2)) {
            throw PyErr.runtimeError("_compat_pickle.%s values should be 2-tuples, not %T", table, value);
        }
        if (!(both.get(0) instanceof PyStr module && both.get(1) instanceof PyStr name)) {
            throw PyErr.runtimeError(
                    "_compat_pickle.%s values should be pairs of str, not (%T, %T)", table, both.get(0), both.get(1));
        }
        return new PyStr[] {module, name};
    }
}
