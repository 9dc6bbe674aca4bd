package org.pyvm.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * Binds the arguments of a call to the parameters of a function, in the order of chapter 9.1 of the book: dictionary of
 * surplus keywords, positionals, surplus positionals, keywords, then defaults; with CPython's errors.
 */
final class ArgumentBinder {
    private final PyFunction function;
    private final CodeObject code;
    private final PyStr[] varNames;
    private final PyObject[] slots;

    private ArgumentBinder(PyFunction function, Frame frame) {
        this.function = function;
        this.code = function.code().code();
        this.varNames = function.code().varNames();
        this.slots = frame.slots;
    }

    /** Fills the first slots of a new frame. */
    static void bind(ThreadState thread, PyFunction function, Frame frame, PyObject[] args, PyStr[] names) {
        new ArgumentBinder(function, frame).bind(thread, args, names == null ? 0 : names.length, names);
    }

    private void bind(ThreadState thread, PyObject[] args, int named, PyStr[] names) {
        int given = args.length - named;
        int positional = code.argCount();
        int total = positional + code.kwOnlyArgCount();
        int next = total;
        System.arraycopy(args, 0, slots, 0, Math.min(given, positional));
        if (code.has(CodeFlags.VARARGS)) {
            slots[next++] =
                    given > positional ? PyTuple.of(Arrays.copyOfRange(args, positional, given)) : PyTuple.EMPTY;
        }
        PyDict surplus = null;
        if (code.has(CodeFlags.VARKEYWORDS)) {
            surplus = new PyDict();
            slots[next] = surplus;
        }
        for (int i = 0; i < named; i++) {
            bindKeyword(thread, names, i, args[given + i], total, surplus);
        }
        if (given > positional && !code.has(CodeFlags.VARARGS)) {
            throw tooManyPositional(given);
        }
        fillDefaults(given, positional);
        fillKeywordDefaults(positional, total);
    }

    private void bindKeyword(ThreadState thread, PyStr[] names, int at, PyObject value, int total, PyDict surplus) {
        PyStr name = names[at];
        for (int i = code.posOnlyArgCount(); i < total; i++) {
            if (varNames[i] == name || varNames[i].sameText(name)) {
                if (slots[i] != null) {
                    throw PyErr.typeError("%s() got multiple values for argument '%s'", function.qualName(), name);
                }
                slots[i] = value;
                return;
            }
        }
        if (surplus != null) {
            surplus.put(thread, name, value);
            return;
        }
        rejectPositionalOnlyByName(names);
        throw PyErr.typeError("%s() got an unexpected keyword argument '%s'", function.qualName(), name);
    }

    private void rejectPositionalOnlyByName(PyStr[] names) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < code.posOnlyArgCount(); i++) {
            for (PyStr name : names) {
                if (varNames[i].sameText(name)) {
                    wrong.add(name.toString());
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw PyErr.typeError(
                    "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                    function.qualName(), String.join(", ", wrong));
        }
    }

    private void fillDefaults(int given, int positional) {
        PyTuple defaults = function.defaults();
        int withDefault = defaults == null ? 0 : defaults.size();
        int required = positional - withDefault;
        List<String> missing = null;
        for (int i = given; i < required; i++) {
            if (slots[i] == null) {
                missing = missing == null ? new ArrayList<>() : missing;
                missing.add("'" + varNames[i] + "'");
            }
        }
        if (missing != null) {
            throw missing("positional", missing);
        }
        for (int i = Math.max(given, required); i < positional; i++) {
            if (slots[i] == null) {
                slots[i] = defaults.get(i - required);
            }
        }
    }

    private void fillKeywordDefaults(int positional, int total) {
        List<String> missing = null;
        for (int i = positional; i < total; i++) {
            if (slots[i] != null) {
                continue;
            }
            PyDict defaults = function.keywordDefaults();
            PyObject value = defaults == null ? null : defaults.get(varNames[i]);
            if (value == null) {
                missing = missing == null ? new ArrayList<>() : missing;
                missing.add("'" + varNames[i] + "'");
            }
            slots[i] = value;
        }
        if (missing != null) {
            throw missing("keyword-only", missing);
        }
    }

    private PyErr missing(String kind, List<String> names) {
        int count = names.size();
        String list = switch (count) {
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> String.join(", ", names.subList(0, count - 1)) + ", and " + names.get(count - 1);
        };
        return PyErr.typeError(
                "%s() missing %d required %s argument%s: %s",
                function.qualName(), count, kind, count == 1 ? "" : "s", list);
    }

    private PyErr tooManyPositional(int given) {
        int positional = code.argCount();
        int withDefault = function.defaults() == null ? 0 : function.defaults().size();
        int keywordOnlyGiven = 0;
        for (int i = positional; i < positional + code.kwOnlyArgCount(); i++) {
            if (slots[i] != null) {
                keywordOnlyGiven++;
            }
        }
        String expected = withDefault > 0
                ? "from " + (positional - withDefault) + " to " + positional
                : String.valueOf(positional);
        boolean plural = withDefault > 0 || positional != 1;
        String keywordOnly = keywordOnlyGiven == 0
                ? ""
                : " positional argument" + (given == 1 ? "" : "s") + " (and " + keywordOnlyGiven
                        + " keyword-only argument" + (keywordOnlyGiven == 1 ? "" : "s") + ")";
        return PyErr.typeError(
                "%s() takes %s positional argument%s but %d%s %s given",
                function.qualName(),
                expected,
                plural ? "s" : "",
                given,
                keywordOnly,
                given == 1 && keywordOnlyGiven == 0 ? "was" : "were");
    }
}
