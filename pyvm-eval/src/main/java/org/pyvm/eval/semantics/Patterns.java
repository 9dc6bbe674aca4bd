package org.pyvm.eval.semantics;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyInstance;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code match} (PEP 634). */
public final class Patterns {
    private Patterns() {}

    @Semantics("MATCH_MAPPING")
    public static PyObject matchMapping(PyObject subject) {
        return PyBool.of(subject.type().patternKind() == PatternKind.MAPPING);
    }

    @Semantics("MATCH_SEQUENCE")
    public static PyObject matchSequence(PyObject subject) {
        return PyBool.of(subject.type().patternKind() == PatternKind.SEQUENCE);
    }

    /** The values under the keys, or None when one is missing. */
    @Semantics("MATCH_KEYS")
    public static PyObject matchKeys(ThreadState thread, PyObject subject, PyObject keys) {
        PyTuple wanted = (PyTuple) keys;
        PyObject get = Attributes.get(thread, subject, Names.GET_NAME);
        PyObject missing = new PyInstance(PyType.OBJECT);
        PyObject[] values = new PyObject[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Comparisons.equal(thread, wanted.get(j), wanted.get(i))) {
                    throw PyErr.valueError("mapping pattern checks duplicate key (%r)", wanted.get(i));
                }
            }
            PyObject value = Calls.call(thread, get, wanted.get(i), missing);
            if (value == missing) {
                return Singletons.NONE;
            }
            values[i] = value;
        }
        return PyTuple.of(values);
    }

    /** The attributes that a class pattern asks for, or None. */
    @Semantics("MATCH_CLASS")
    public static PyObject matchClass(
            ThreadState thread, PyObject subject, PyObject cls, PyObject names, int positional) {
        if (!(cls instanceof PyType type)) {
            throw PyErr.typeError("called match pattern must be a type");
        }
        if (!Objects.isInstance(thread, subject, cls)) {
            return Singletons.NONE;
        }
        List<PyObject> attributes = new ArrayList<>();
        List<PyStr> seen = new ArrayList<>();
        if (positional > 0 && !matchPositional(thread, subject, type, positional, attributes, seen)) {
            return Singletons.NONE;
        }
        PyTuple keywords = (PyTuple) names;
        for (int i = 0; i < keywords.size(); i++) {
            PyObject value = attribute(thread, subject, type, (PyStr) keywords.get(i), seen);
            if (value == null) {
                return Singletons.NONE;
            }
            attributes.add(value);
        }
        return PyTuple.of(attributes.toArray(PyObject[]::new));
    }

    private static boolean matchPositional(
            ThreadState thread,
            PyObject subject,
            PyType type,
            int positional,
            List<PyObject> attributes,
            List<PyStr> seen) {
        PyObject matchArgs = Attributes.getOrNull(thread, type, Names.MATCH_ARGS);
        boolean matchSelf = false;
        if (matchArgs == null) {
            matchArgs = PyTuple.EMPTY;
            matchSelf = matchesItself(type);
        } else if (matchArgs.type() != PyTuple.TYPE) {
            throw PyErr.typeError("%N.__match_args__ must be a tuple (got %T)", type, matchArgs);
        }
        PyTuple args = (PyTuple) matchArgs;
        int allowed = matchSelf ? 1 : args.size();
        if (allowed < positional) {
            throw PyErr.typeError(
                    "%N() accepts %d positional sub-pattern%s (%d given)",
                    type, allowed, allowed == 1 ? "" : "s", positional);
        }
        if (matchSelf) {
            attributes.add(subject);
            return true;
        }
        for (int i = 0; i < positional; i++) {
            if (!(args.get(i) instanceof PyStr name)) {
                throw PyErr.typeError("__match_args__ elements must be strings (got %T)", args.get(i));
            }
            PyObject value = attribute(thread, subject, type, name, seen);
            if (value == null) {
                return false;
            }
            attributes.add(value);
        }
        return true;
    }

    private static PyObject attribute(ThreadState thread, PyObject subject, PyType type, PyStr name, List<PyStr> seen) {
        for (PyStr known : seen) {
            if (known.sameText(name)) {
                throw PyErr.typeError("%N() got multiple sub-patterns for attribute %r", type, name);
            }
        }
        seen.add(name);
        return Attributes.getOrNull(thread, subject, PyStr.intern(name));
    }

    /** Types whose one positional sub-pattern is the subject itself. */
    private static boolean matchesItself(PyType type) {
        PyType[] selfMatching = {
            PyBool.TYPE,
            PyByteArray.TYPE,
            PyBytes.TYPE,
            PyDict.TYPE,
            PyFloat.TYPE,
            PyFrozenSet.TYPE,
            PyInt.TYPE,
            PyList.TYPE,
            PySet.TYPE,
            PyStr.TYPE,
            PyTuple.TYPE
        };
        for (PyType candidate : selfMatching) {
            if (type.isSubtypeOf(candidate)) {
                return true;
            }
        }
        return false;
    }

    @Semantics("COPY_DICT_WITHOUT_KEYS")
    public static PyObject copyDictWithoutKeys(ThreadState thread, PyObject subject, PyObject keys) {
        PyDict rest = new PyDict();
        Containers.dictUpdate(thread, rest, subject);
        PyTuple known = (PyTuple) keys;
        for (int i = 0; i < known.size(); i++) {
            rest.remove(thread, known.get(i));
        }
        return rest;
    }
}
