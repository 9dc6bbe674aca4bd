package org.pyvm.modules.pickle;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** How what a pickle names is found. */
final class GlobalLookup {
    private GlobalLookup() {}

    /** @param fixImports whether names of Python 2, in protocols below 3, are those of today */
    static PyObject find(
            ThreadState thread, PyObject moduleName, PyObject globalName, int protocol, boolean fixImports) {
        PyObject module = moduleName;
        PyObject name = globalName;
        if (protocol < 3 && fixImports) {
            PickleState state = PickleState.of(thread);
            PyObject both = state.nameMapping.get(thread, PyTuple.of(moduleName, globalName));
            PyObject renamed = both != null ? null : state.importMapping.get(thread, moduleName);
            if (both != null) {
                PyStr[] names = GlobalPickling.names(both, "NAME_MAPPING");
                module = names[0];
                name = names[1];
            } else if (renamed != null) {
                module = GlobalPickling.name(renamed, "IMPORT_MAPPING");
            }
        }
        if (!(module instanceof PyStr moduleText)) {
            throw PyErr.typeError("module name must be a string");
        }
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("attribute name must be string, not '%T'", name);
        }
        PyObject found = PickleState.importModule(thread, moduleText);
        PyStr[] path = protocol < 4 ? new PyStr[] {text} : GlobalPickling.path(found, text);
        PyObject value = GlobalPickling.resolve(thread, found, path, path.length);
        if (value == null) {
            throw PyErr.attributeError("Can't get attribute %r on %r", text, found);
        }
        return value;
    }

    /** What the code of an extension stands for. */
    static PyObject extension(ThreadState thread, UnpicklingMachine machine, long code) {
        PickleState state = PickleState.of(thread);
        if (code <= 0) {
            throw state.unpicklingError("EXT specifies code <= 0");
        }
        PyInt key = PyInt.of(code);
        PyObject known = state.extensionCache.get(thread, key);
        if (known != null) {
            return known;
        }
        PyObject names = state.invertedRegistry.get(thread, key);
        if (names == null) {
            throw PyErr.valueError("unregistered extension code %d", code);
        }
        if (!(names instanceof PyTuple pair
                && pair.size() == 2
                && pair.get(0) instanceof PyStr
                && pair.get(1) instanceof PyStr)) {
            throw PyErr.valueError("_inverted_registry[%d] isn't a 2-tuple of strings", code);
        }
        PyObject found = machine.findClass(thread, pair.get(0), pair.get(1));
        state.extensionCache.put(thread, key, found);
        return found;
    }
}
