package org.pyvm.eval.semantics;

import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Calls, and the making of functions. */
public final class FunctionCalls {
    private static final int DEFAULTS = 1;
    private static final int KEYWORD_DEFAULTS = 2;
    private static final int ANNOTATIONS = 4;
    private static final int CLOSURE = 8;

    private FunctionCalls() {}

    @Semantics("CALL_FUNCTION")
    public static PyObject callFunction(ThreadState thread, PyObject callable, PyObject[] args) {
        return call(thread, callable, args, null);
    }

    @Semantics("CALL_FUNCTION_KW")
    public static PyObject callFunctionKw(ThreadState thread, PyObject callable, PyObject[] args, PyObject names) {
        return call(thread, callable, args, keywords(names));
    }

    /** The names of a tuple of keywords. */
    public static PyStr[] keywords(PyObject names) {
        PyTuple tuple = (PyTuple) names;
        PyStr[] keywords = new PyStr[tuple.size()];
        for (int i = 0; i < keywords.length; i++) {
            keywords[i] = (PyStr) tuple.get(i);
        }
        return keywords;
    }

    /** As {@link #callFunctionKw}. @param keywords not to be changed; null for none */
    public static PyObject call(ThreadState thread, PyObject callable, PyObject[] args, PyStr[] keywords) {
        return thread.profileFunction() == null
                ? Calls.call(thread, callable, args, keywords)
                : Tracing.profiledCall(thread, callable, args, keywords);
    }

    /** @param keywords a mapping, or null */
    @Semantics("CALL_FUNCTION_EX")
    public static PyObject callFunctionEx(ThreadState thread, PyObject callable, PyObject args, PyObject keywords) {
        PyDict names = null;
        if (keywords != null) {
            if (keywords.type() == PyDict.TYPE) {
                names = (PyDict) keywords;
            } else {
                names = new PyDict();
                merge(thread, names, keywords, callable);
            }
        }
        if (!(args instanceof PyTuple)) {
            checkStarArgument(thread, callable, args);
        }
        PyObject[] values = Sequences.toArray(thread, args);
        return thread.profileFunction() == null
                ? Calls.callWithDict(thread, callable, values, names)
                : Tracing.profiledCallWithDict(thread, callable, values, names);
    }

    /** Raises the TypeError for what stands behind {@code *} in a call and is no iterable. */
    static void checkStarArgument(ThreadState thread, PyObject callable, PyObject args) {
        if (!args.type().slots().has(Slot.TP_ITER) && !Sequences.isSequence(args)) {
            throw PyErr.typeError("%s argument after * must be an iterable, not %T", nameOf(thread, callable), args);
        }
    }

    /** {@code _PyObject_FunctionStr}: how errors name what is called. */
    static String nameOf(ThreadState thread, PyObject callable) {
        PyObject qualName = Attributes.getOrNull(thread, callable, Names.QUALNAME);
        if (qualName == null) {
            return Objects.str(thread, callable).toString();
        }
        PyObject module = Attributes.getOrNull(thread, callable, Names.MODULE);
        String where = module instanceof PyStr text && !text.is("builtins") ? text + "." : "";
        return where + Objects.str(thread, qualName) + "()";
    }

    /** DICT_MERGE: keywords from another mapping; a name that is there already is an error. */
    public static void merge(ThreadState thread, PyDict dict, PyObject mapping, PyObject callable) {
        if (mapping.type() == PyDict.TYPE) {
            PyDict other = (PyDict) mapping;
            for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
                addKeyword(thread, dict, other.keyAt(i), other.valueAt(i), callable);
            }
            return;
        }
        if (Attributes.getOrNull(thread, mapping, Names.KEYS_NAME) == null) {
            throw PyErr.typeError("%s argument after ** must be a mapping, not %T", nameOf(thread, callable), mapping);
        }
        PyObject keys = Iterators.iter(thread, Mappings.keys(thread, mapping));
        for (PyObject key; (key = Iterators.next(thread, keys)) != null; ) {
            addKeyword(thread, dict, key, Objects.getItem(thread, mapping, key), callable);
        }
    }

    private static void addKeyword(ThreadState thread, PyDict dict, PyObject key, PyObject value, PyObject callable) {
        if (dict.find(thread, key) >= 0) {
            throw PyErr.typeError("%s got multiple values for keyword argument '%s'", nameOf(thread, callable), key);
        }
        dict.put(thread, key, value);
    }

    /** DICT_MERGE under the stack layout of a call. */
    @Semantics("DICT_MERGE")
    public static void dictMerge(ThreadState thread, PyObject dict, PyObject mapping, PyObject callable) {
        merge(thread, (PyDict) dict, mapping, callable);
    }

    /** @param parts what the flags announce, in the order of the stack: defaults, keyword defaults, annotations, closure */
    @Semantics("MAKE_FUNCTION")
    public static PyObject makeFunction(
            ThreadState thread,
            org.pyvm.eval.Frame frame,
            PyObject[] parts,
            PyObject code,
            PyObject qualName,
            int flags) {
        int next = 0;
        PyObject defaults = (flags & DEFAULTS) != 0 ? parts[next++] : null;
        PyObject keywordDefaults = (flags & KEYWORD_DEFAULTS) != 0 ? parts[next++] : null;
        PyObject annotations = (flags & ANNOTATIONS) != 0 ? parts[next++] : null;
        PyObject closure = (flags & CLOSURE) != 0 ? parts[next] : null;
        PyFunction function = new PyFunction(
                thread, (PyCode) code, frame.globals(), frame.builtins(), (PyStr) qualName, (PyTuple) closure);
        if (defaults != null) {
            function.setDefaults((PyTuple) defaults);
        }
        if (keywordDefaults != null) {
            function.setKeywordDefaults((PyDict) keywordDefaults);
        }
        if (annotations != null) {
            function.setAnnotations(annotations);
        }
        return function;
    }
}
