package org.pyvm.objects.exposed;

import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.types.PyStr;

/** The checks of arguments, and their error texts, for functions that bind their arguments themselves. */
public final class Arguments {
    static final PyObject[] NONE = {};

    private Arguments() {}

    /** Number of positional arguments among {@code args}, which the values of {@code names} end. */
    public static int positionalCount(PyObject[] args, PyStr[] names) {
        return args.length - (names == null ? 0 : names.length);
    }

    /** {@code _PyArg_CheckPositional}. @throws PyErr TypeError for too few or too many */
    public static void checkCount(String function, int given, int least, int most) {
        if (given < least) {
            throw PyErr.typeError(
                    "%s expected %s%d argument%s, got %d",
                    function, least == most ? "" : "at least ", least, least == 1 ? "" : "s", given);
        }
        if (given > most) {
            throw PyErr.typeError(
                    "%s expected %s%d argument%s, got %d",
                    function, least == most ? "" : "at most ", most, most == 1 ? "" : "s", given);
        }
    }

    /** {@code _PyArg_NoKeywords}. @throws PyErr TypeError when there are named arguments */
    public static void noKeywords(String function, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("%s() takes no keyword arguments", function);
        }
    }

    /**
     * The same, but not for a class that overrides {@code __init__} (or {@code __new__}): its arguments are given to both.
     *
     * @param slot TP_INIT to ask from {@code __new__}, TP_NEW to ask from {@code __init__}
     */
    public static void noKeywordsUnlessOverridden(String function, PyType cls, Slot slot, PyStr[] names) {
        if (!(cls.slots() instanceof ClassSlots slots && slots.isOverridden(slot))) {
            noKeywords(function, names);
        }
    }

    /** Positional arguments only, of which there may be some number. */
    public static void positionalOnly(String function, PyObject[] args, PyStr[] names, int least, int most) {
        noKeywords(function, names);
        checkCount(function, args.length, least, most);
    }

    /** The value of a named argument, or null when it is not given. */
    public static PyObject named(PyObject[] args, PyStr[] names, String name) {
        if (names != null) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].is(name)) {
                    return args[args.length - names.length + i];
                }
            }
        }
        return null;
    }
}
