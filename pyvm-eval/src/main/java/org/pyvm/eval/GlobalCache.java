package org.pyvm.eval;

import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * Where one LOAD_GLOBAL found its name: it is still there as long as the dictionaries have the same keys. The interpreter's
 * lock guards it.
 */
public final class GlobalCache {
    private final PyStr name;
    private final int offset;
    private PyDict own;
    private PyDict outer;
    private int ownVersion;
    private int outerVersion;
    /** In the built-ins when negative, as {@code -1 - position}. */
    private int position;

    /** @param offset of the instruction */
    public GlobalCache(PyStr name, int offset) {
        this.name = name;
        this.offset = offset;
    }

    /** @throws org.pyvm.objects.PyErr NameError when there is no such name */
    public PyObject load(ThreadState thread, Frame frame) {
        PyDict globals = frame.globals();
        if (own == globals && globals.keysVersion() == ownVersion) {
            if (position >= 0) {
                return globals.valueAt(position);
            }
            PyDict builtins = frame.builtins();
            if (outer == builtins && builtins.keysVersion() == outerVersion) {
                return builtins.valueAt(-1 - position);
            }
        }
        return find(thread, frame);
    }

    private PyObject find(ThreadState thread, Frame frame) {
        frame.lastInstruction = offset;
        PyObject value = NameAccess.loadGlobal(thread, frame, name);
        PyDict globals = frame.globals();
        int found = globals.find(name);
        if (found < 0) {
            if (globals.type() != PyDict.TYPE || !ForeignBuiltins.isPlain(frame.builtins())) {
                return value;
            }
            outer = frame.builtins();
            outerVersion = outer.keysVersion();
            found = -1 - outer.find(name);
        }
        own = globals;
        ownVersion = globals.keysVersion();
        position = found;
        return value;
    }
}
