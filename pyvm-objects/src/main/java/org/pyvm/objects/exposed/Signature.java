package org.pyvm.objects.exposed;

import java.util.Arrays;
import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * The parameters of a function written in Java, and how arguments find them. The error texts are those of CPython for the
 * calling convention that a C function with this signature has: no parameters, one positional-only parameter, only
 * positional-only ones, or some that have names.
 */
public final class Signature {
    private final String function;
    private final String text;
    private final int positionalOnly;
    private final int positional;
    private final int requiredPositional;
    private final int requiredKeywords;
    private final boolean varArgs;
    private final boolean varKeywords;
    private final boolean raw;
    private final boolean constructor;
    private final String[] names;

    private Signature(
            String function,
            String text,
            int positionalOnly,
            int positional,
            int requiredPositional,
            int requiredKeywords,
            boolean varArgs,
            boolean varKeywords,
            boolean raw,
            boolean constructor,
            String[] names) {
        this.function = function;
        this.text = text;
        this.positionalOnly = positionalOnly;
        this.positional = positional;
        this.requiredPositional = requiredPositional;
        this.requiredKeywords = requiredKeywords;
        this.varArgs = varArgs;
        this.varKeywords = varKeywords;
        this.raw = raw;
        this.constructor = constructor;
        this.names = names;
    }

    /**
     * A signature; what it consists of was worked out by the build.
     *
     * @param text as {@code __text_signature__} shows it, from the parenthesis on
     * @param positional number of parameters that take positional arguments, those without names included
     * @param requiredPositional how many of them have no default
     * @param requiredKeywords number of parameters behind them that must be given by name
     * @param names of all parameters in order: positional, {@code *args}, by name only, {@code **kwargs}
     */
    public static Signature of(
            String function,
            String text,
            int positionalOnly,
            int positional,
            int requiredPositional,
            int requiredKeywords,
            boolean varArgs,
            boolean varKeywords,
            String... names) {
        return new Signature(
                function,
                text,
                positionalOnly,
                positional,
                requiredPositional,
                requiredKeywords,
                varArgs,
                varKeywords,
                false,
                false,
                names);
    }

    /** The signature that is shown of a function which binds its arguments itself. */
    public static Signature raw(String function, String text) {
        return new Signature(function, text, 0, 0, 0, 0, true, true, true, false, new String[0]);
    }

    /** The same for {@code __new__} or {@code __init__}, whose errors name the type. */
    public Signature ofConstructor() {
        return new Signature(
                function,
                text,
                positionalOnly,
                positional,
                requiredPositional,
                requiredKeywords,
                varArgs,
                varKeywords,
                raw,
                true,
                names);
    }

    String text() {
        return text;
    }

    boolean isRaw() {
        return raw;
    }

    int parameterCount() {
        return names.length;
    }

    boolean hasStar() {
        return varArgs || varKeywords;
    }

    int positional() {
        return positional;
    }

    int requiredPositional() {
        return requiredPositional;
    }

    int requiredKeywords() {
        return requiredKeywords;
    }

    /** As {@link #bind} for {@code __new__}: keywords are let through to an {@code __init__} that a class has of its own. */
    public PyObject[] bindNew(PyType cls, PyObject[] args, PyStr[] keywords) {
        return bindConstructor(cls, Slot.TP_INIT, args, keywords);
    }

    /** As {@link #bind} for {@code __init__}: keywords may have been for a {@code __new__} that a class has of its own. */
    public PyObject[] bindInit(PyObject self, PyObject[] args, PyStr[] keywords) {
        return bindConstructor(self.type(), Slot.TP_NEW, args, keywords);
    }

    private PyObject[] bindConstructor(PyType cls, Slot other, PyObject[] args, PyStr[] keywords) {
        boolean takesNames = positionalOnly < names.length - (varArgs ? 1 : 0);
        if (keywords != null && !takesNames && cls.slots() instanceof ClassSlots slots && slots.isOverridden(other)) {
            return bind(null, Arrays.copyOf(args, args.length - keywords.length), 0, null);
        }
        return bind(null, args, 0, keywords);
    }

    /**
     * Finds each parameter's argument: null where none was given, a tuple for {@code *args}, a dict for {@code **kwargs}.
     *
     * @param callable what was called, for error texts; null for a constructor
     * @param from where the arguments start in {@code args}
     * @param keywords names of the last arguments; null for none
     */
    public PyObject[] bind(PyObject callable, PyObject[] args, int from, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        int given = args.length - from - named;
        boolean takesNames = positionalOnly < names.length - (varArgs ? 1 : 0);
        if (!takesNames) {
            refuseNames(callable, named, given);
        } else if (named > 0 || given < requiredPositional || given > positional || requiredKeywords > 0) {
            checkCounts(given, named);
        }
        PyObject[] bound = new PyObject[names.length];
        System.arraycopy(args, from, bound, 0, Math.min(given, positional));
        if (varArgs) {
            int extra = Math.max(0, given - positional);
            PyObject[] rest = new PyObject[extra];
            System.arraycopy(args, from + given - extra, rest, 0, extra);
            bound[positional] = PyTuple.of(rest);
        }
        PyDict others = null;
        if (varKeywords) {
            others = new PyDict();
            bound[names.length - 1] = others;
        }
        if (takesNames && (named > 0 || given < requiredPositional || requiredKeywords > 0)) {
            bindNames(bound, args, given, keywords, others);
        }
        return bound;
    }

    private void refuseNames(PyObject callable, int named, int given) {
        if (constructor) {
            if (names.length == 0 && (named > 0 || given > 0)) {
                throw PyErr.typeError("%s takes no arguments", function);
            }
            if (named > 0) {
                throw PyErr.typeError("%s() takes no keyword arguments", function);
            }
        } else if (named > 0) {
            throw PyErr.typeError("%s takes no keyword arguments", describe(callable));
        } else if (names.length == 0 && given > 0) {
            throw PyErr.typeError("%s takes no arguments (%d given)", describe(callable), given);
        } else if (names.length == 1 && requiredPositional == 1 && given != 1) {
            throw PyErr.typeError("%s takes exactly one argument (%d given)", describe(callable), given);
        }
        Arguments.checkCount(function, given, requiredPositional, varArgs ? Integer.MAX_VALUE : positional);
    }

    /** {@code _PyObject_FunctionStr}: the qualified name, and before it the module unless that is builtins. */
    private String describe(PyObject callable) {
        if (callable instanceof PyMethodDescriptor method) {
            return method.owner().qualName() + "." + function + "()";
        }
        if (callable instanceof PyBuiltinFunction builtin) {
            PyObject module = builtin.module();
            String prefix = module instanceof PyStr text && !text.is("builtins") ? text + "." : "";
            return prefix + builtin.qualName() + "()";
        }
        return function + "()";
    }

    private static String plural(int count) {
        return count == 1 ? "" : "s";
    }

    /** The checks of {@code _PyArg_UnpackKeywords} that need only the numbers of arguments. */
    private void checkCounts(int given, int named) {
        int most = names.length;
        if (given + named > most && !varArgs && !varKeywords) {
            throw PyErr.typeError(
                    "%s() takes at most %d %sargument%s (%d given)",
                    function, most, given == 0 ? "keyword " : "", plural(most), given + named);
        }
        if (given > positional && !varArgs) {
            if (positional == 0) {
                throw PyErr.typeError("%s() takes no positional arguments", function);
            }
            throw PyErr.typeError(
                    "%s() takes %s %d positional argument%s (%d given)",
                    function,
                    requiredPositional < positional ? "at most" : "exactly",
                    positional,
                    plural(positional),
                    given);
        }
        int least = Math.min(positionalOnly, requiredPositional);
        if (given < least) {
            throw PyErr.typeError(
                    "%s() takes %s %d positional argument%s (%d given)",
                    function, least < positional || varArgs ? "at least" : "exactly", least, plural(least), given);
        }
    }

    private void bindNames(PyObject[] bound, PyObject[] args, int given, PyStr[] keywords, PyDict others) {
        int named = keywords == null ? 0 : keywords.length;
        int found = 0;
        int end = names.length - (varKeywords ? 1 : 0);
        int requiredEnd = positional + (varArgs ? 1 : 0) + requiredKeywords;
        for (int i = Math.max(Math.min(given, positional), positionalOnly); i < end; i++) {
            if (varArgs && i == positional) {
                continue;
            }
            int at = indexOf(keywords, names[i]);
            if (at >= 0) {
                bound[i] = args[args.length - named + at];
                found++;
            } else if (bound[i] == null && (i < requiredPositional || i >= positional && i < requiredEnd)) {
                throw PyErr.typeError(
                        "%s() missing required argument '%s' (pos %d)",
                        function, names[i], i < positional || !varArgs ? i + 1 : i);
            }
        }
        if (found == named) {
            return;
        }
        for (int i = positionalOnly; i < Math.min(given, positional); i++) {
            if (indexOf(keywords, names[i]) >= 0) {
                throw PyErr.typeError(
                        "argument for %s() given by name ('%s') and position (%d)", function, names[i], i + 1);
            }
        }
        for (int i = 0; i < named; i++) {
            if (isParameter(keywords[i], end)) {
                continue;
            }
            if (others == null) {
                throw PyErr.typeError("'%s' is an invalid keyword argument for %s()", keywords[i], function);
            }
            others.put(keywords[i], args[args.length - named + i]);
        }
    }

    private boolean isParameter(PyStr keyword, int end) {
        for (int i = positionalOnly; i < end; i++) {
            if (keyword.is(names[i]) && !(varArgs && i == positional)) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(PyStr[] keywords, String name) {
        if (keywords != null) {
            for (int i = 0; i < keywords.length; i++) {
                if (keywords[i].is(name)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
