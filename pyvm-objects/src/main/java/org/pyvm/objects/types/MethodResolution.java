package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Sequences;

/** The method resolution order: C3, or what the metaclass's {@code mro()} says. */
final class MethodResolution {
    private MethodResolution() {}

    /** {@code mro_invoke}: asks {@code mro()} of a metaclass other than {@code type}, and checks its answer. */
    static PyType[] order(ThreadState thread, PyType type) {
        if (type.type() == PyType.TYPE) {
            return linearize(type, type.bases());
        }
        PyObject method = type.type().lookup(Names.MRO_NAME);
        if (method == PyType.TYPE.lookup(Names.MRO_NAME)) {
            return linearize(type, type.bases());
        }
        PyObject[] answer = Sequences.toArray(thread, Calls.callBound(thread, method, type));
        if (answer.length == 0) {
            throw PyErr.typeError("type MRO must not be empty");
        }
        PyType[] order = new PyType[answer.length];
        for (int i = 0; i < answer.length; i++) {
            if (!(answer[i] instanceof PyType entry)) {
                throw PyErr.typeError("mro() returned a non-class ('%T')", answer[i]);
            }
            if (!type.layout().isSubtypeOf(entry.layout())) {
                throw PyErr.typeError("mro() returned base with unsuitable layout ('%N')", entry);
            }
            order[i] = entry;
        }
        return order;
    }

    /** What {@code type.mro()} answers. */
    static PyType[] linearize(PyType type, PyType[] bases) {
        for (PyType base : bases) {
            if (!base.hasOrder()) {
                throw PyErr.typeError("Cannot extend an incomplete type '%N'", base);
            }
        }
        if (bases.length == 1) {
            PyType[] ofBase = bases[0].mro();
            PyType[] order = new PyType[ofBase.length + 1];
            order[0] = type;
            System.arraycopy(ofBase, 0, order, 1, ofBase.length);
            return order;
        }
        checkDuplicates(bases);
        List<List<PyType>> sequences = new ArrayList<>();
        for (PyType base : bases) {
            sequences.add(new ArrayList<>(List.of(base.mro())));
        }
        sequences.add(new ArrayList<>(List.of(bases)));
        List<PyType> order = new ArrayList<>();
        order.add(type);
        merge(sequences, order);
        return order.toArray(PyType[]::new);
    }

    private static void checkDuplicates(PyType[] bases) {
        for (int i = 0; i < bases.length; i++) {
            for (int j = i + 1; j < bases.length; j++) {
                if (bases[i] == bases[j]) {
                    throw PyErr.typeError("duplicate base class %s", bases[i].name());
                }
            }
        }
    }

    /** {@code pmerge}: takes the first head that stands in no other sequence's tail, again and again. */
    private static void merge(List<List<PyType>> sequences, List<PyType> order) {
        while (true) {
            sequences.removeIf(List::isEmpty);
            if (sequences.isEmpty()) {
                return;
            }
            PyType next = null;
            for (List<PyType> sequence : sequences) {
                PyType candidate = sequence.getFirst();
                if (sequences.stream().noneMatch(other -> other.lastIndexOf(candidate) > 0)) {
                    next = candidate;
                    break;
                }
            }
            if (next == null) {
                throw inconsistent(sequences);
            }
            order.add(next);
            for (List<PyType> sequence : sequences) {
                if (sequence.getFirst() == next) {
                    sequence.removeFirst();
                }
            }
        }
    }

    private static PyErr inconsistent(List<List<PyType>> sequences) {
        Set<PyType> heads = new LinkedHashSet<>();
        sequences.forEach(sequence -> heads.add(sequence.getFirst()));
        String names = heads.stream().map(PyType::name).collect(Collectors.joining(", "));
        return PyErr.typeError("Cannot create a consistent method resolution\norder (MRO) for bases %s", names);
    }
}
