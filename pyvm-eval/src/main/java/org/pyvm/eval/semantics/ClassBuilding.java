package org.pyvm.eval.semantics;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.eval.ForeignBuiltins;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument.ClassStep;
import org.pyvm.eval.Instruments;
import org.pyvm.eval.PyFunction;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code class} statements (chapter 11 of the book). */
public final class ClassBuilding {
    private static final PyStr METACLASS = PyStr.intern("metaclass");

    private ClassBuilding() {}

    @Semantics("LOAD_BUILD_CLASS")
    public static PyObject loadBuildClass(ThreadState thread, Frame frame) {
        PyObject function = ForeignBuiltins.find(thread, frame.builtins(), Names.BUILD_CLASS);
        if (function == null) {
            throw PyErr.of(Exceptions.NAME_ERROR, "__build_class__ not found");
        }
        return function;
    }

    /**
     * {@code __build_class__(function, name, *bases, metaclass=None, **keywords)}: chooses the metaclass, prepares the
     * namespace, runs the body in it, and calls the metaclass.
     */
    public static PyObject buildClass(ThreadState thread, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        int given = args.length - named;
        if (given < 2) {
            throw PyErr.typeError("__build_class__: not enough arguments");
        }
        if (!(args[0] instanceof PyFunction body)) {
            throw PyErr.typeError("__build_class__: func must be a function");
        }
        if (!(args[1] instanceof PyStr name)) {
            throw PyErr.typeError("__build_class__: name is not a string");
        }
        PyObject[] original = java.util.Arrays.copyOfRange(args, 2, given);
        PyTuple bases = resolveBases(thread, original);
        Instruments.building(thread, name, ClassStep.BASES, bases);
        PyObject metaclass = null;
        PyDict keywords = new PyDict();
        for (int i = 0; i < named; i++) {
            if (names[i].sameText(METACLASS)) {
                metaclass = args[given + i];
            } else {
                keywords.put(names[i], args[given + i]);
            }
        }
        if (metaclass == null) {
            metaclass = bases.size() == 0 ? PyType.TYPE : bases.get(0).type();
        }
        if (metaclass instanceof PyType candidate) {
            metaclass = mostDerived(candidate, bases);
        }
        Instruments.building(thread, name, ClassStep.METACLASS, metaclass);
        PyObject namespace = prepare(thread, metaclass, name, bases, keywords);
        Instruments.building(thread, name, ClassStep.NAMESPACE, namespace);
        PyObject cell = body.runAsClassBody(thread, namespace);
        Instruments.building(thread, name, ClassStep.BODY, namespace);
        if (bases.size() != original.length || !same(bases, original)) {
            Objects.setItem(thread, namespace, PyStr.intern("__orig_bases__"), PyTuple.of(original));
        }
        PyObject cls = Calls.callWithDict(thread, metaclass, new PyObject[] {name, bases, namespace}, keywords);
        Instruments.building(thread, name, ClassStep.CLASS, cls);
        if (cls instanceof PyType && cell instanceof PyCell classCell) {
            checkClassCell(name, cls, classCell);
        }
        return cls;
    }

    private static void checkClassCell(PyStr name, PyObject cls, PyCell cell) {
        if (cell.value == null) {
            throw PyErr.runtimeError(
                    "__class__ not set defining %r as %r. Was __classcell__ propagated to type.__new__?", name, cls);
        }
        if (cell.value != cls) {
            throw PyErr.typeError("__class__ set to %r defining %r as %r", cell.value, name, cls);
        }
    }

    private static boolean same(PyTuple bases, PyObject[] original) {
        for (int i = 0; i < original.length; i++) {
            if (bases.get(i) != original[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code __mro_entries__} (PEP 560). */
    private static PyTuple resolveBases(ThreadState thread, PyObject[] original) {
        List<PyObject> resolved = new ArrayList<>();
        for (PyObject base : original) {
            PyObject method = base instanceof PyType ? null : Attributes.getOrNull(thread, base, Names.MRO_ENTRIES);
            if (method == null) {
                resolved.add(base);
                continue;
            }
            PyObject entries = Calls.call(thread, method, PyTuple.of(original));
            if (!(entries instanceof PyTuple tuple)) {
                throw PyErr.typeError("__mro_entries__ must return a tuple");
            }
            for (int i = 0; i < tuple.size(); i++) {
                resolved.add(tuple.get(i));
            }
        }
        return PyTuple.of(resolved.toArray(PyObject[]::new));
    }

    /** The most derived of a metaclass and those of the bases. */
    private static PyType mostDerived(PyType metaclass, PyTuple bases) {
        PyType winner = metaclass;
        for (int i = 0; i < bases.size(); i++) {
            PyType type = bases.get(i).type();
            if (winner.isSubtypeOf(type)) {
                continue;
            }
            if (!type.isSubtypeOf(winner)) {
                throw PyErr.typeError(
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the"
                                + " metaclasses of all its bases");
            }
            winner = type;
        }
        return winner;
    }

    private static PyObject prepare(
            ThreadState thread, PyObject metaclass, PyStr name, PyTuple bases, PyDict keywords) {
        if (metaclass == PyType.TYPE) {
            return new PyDict();
        }
        PyObject method = Attributes.getOrNull(thread, metaclass, Names.PREPARE);
        if (method == null) {
            return new PyDict();
        }
        PyObject namespace = Calls.callWithDict(thread, method, new PyObject[] {name, bases}, keywords);
        if (!Mappings.isMapping(namespace)) {
            String who = metaclass instanceof PyType type ? type.name() : "<metaclass>";
            throw PyErr.typeError("%s.__prepare__() must return a mapping, not %T", who, namespace);
        }
        return namespace;
    }
}
