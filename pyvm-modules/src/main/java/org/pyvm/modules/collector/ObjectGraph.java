package org.pyvm.modules.collector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Resumable;
import org.pyvm.objects.Guard;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.AnySet;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyTuple;

/**
 * Which object refers to which, and what can be reached from the modules and the frames that run. Java's collector keeps no
 * list of objects: what nothing refers to any more is not found here, nor what only Java code holds.
 */
final class ObjectGraph {
    private ObjectGraph() {}

    /** Whether CPython's collector would follow the object: it holds others, or might. */
    static boolean isTracked(PyObject object) {
        if (object instanceof PyType type) {
            return type.isHeapType();
        }
        if (object.type() == PyTuple.TYPE) {
            return ((PyTuple) object).size() > 0;
        }
        if (object.type() == PyDict.TYPE) {
            return isTracked((PyDict) object);
        }
        return object.shape() != null
                || object.type().isHeapType()
                || object instanceof PyBuiltinFunction
                || object instanceof PyList
                || object instanceof AnySet
                || object instanceof PyDict
                || object instanceof PyTuple
                || object instanceof PyFunction
                || object instanceof PyMethod
                || object instanceof PyModule
                || object instanceof PyCell
                || object instanceof PyFrame
                || object instanceof Resumable
                || object instanceof PyBaseException;
    }

    /** CPython does not follow a dictionary that holds nothing that it might follow. */
    private static boolean isTracked(PyDict dict) {
        for (int at = dict.nextEntry(0); at >= 0; at = dict.nextEntry(at + 1)) {
            if (mayBeTracked(dict.keyAt(at)) || mayBeTracked(dict.valueAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Another dictionary counts whatever it holds. */
    private static boolean mayBeTracked(PyObject object) {
        return object instanceof PyDict || isTracked(object);
    }

    /** The objects that an object refers to. */
    static List<PyObject> referents(PyObject object) {
        List<PyObject> found = new ArrayList<>();
        switch (object) {
            case PyList list -> Collections.addAll(found, list.toArray());
            case PyTuple tuple -> Collections.addAll(found, tuple.toArray());
            case PyDict dict -> addEntries(found, dict);
            case AnySet set -> Collections.addAll(found, set.toArray());
            case PyCell cell -> add(found, cell.value);
            case PyMethod method -> {
                add(found, method.function());
                add(found, method.self());
            }
            case PyModule module -> add(found, module.dict());
            case PyFunction function -> addFunction(found, function);
            case PyType type -> addType(found, type);
            case Frame frame -> addAll(found, frame.slots);
            case Resumable resumable -> add(found, resumable.frame());
            case PyBaseException exception -> {
                add(found, exception.traceback());
                add(found, exception.context());
                add(found, exception.cause());
            }
            default -> {}
        }
        if (!(object instanceof PyFunction) && !(object instanceof PyModule) && !(object instanceof PyType)) {
            addAll(found, object.attributeValues());
        }
        if (object.type().isHeapType()) {
            add(found, object.type());
        }
        return found;
    }

    private static void addEntries(List<PyObject> found, PyDict dict) {
        for (int at = dict.nextEntry(0); at >= 0; at = dict.nextEntry(at + 1)) {
            if (!dict.hasOnlyTextKeys()) {
                add(found, dict.keyAt(at));
            }
            add(found, dict.valueAt(at));
        }
    }

    private static void addFunction(List<PyObject> found, PyFunction function) {
        add(found, function.code());
        add(found, function.globals());
        add(found, function.name());
        add(found, function.qualName());
        add(found, function.module());
        add(found, function.defaults());
        add(found, function.keywordDefaults());
        add(found, function.annotations());
        addAll(found, function.closure());
        addAll(found, function.attributeValues());
    }

    private static void addType(List<PyObject> found, PyType type) {
        if (type.isHeapType()) {
            add(found, type.dict());
            addAll(found, type.bases());
            addAll(found, type.mro());
        }
    }

    private static void addAll(List<PyObject> found, PyObject[] objects) {
        for (int i = 0; objects != null && i < objects.length; i++) {
            add(found, objects[i]);
        }
    }

    private static void add(List<PyObject> found, PyObject object) {
        if (object != null && !(object instanceof Guard)) {
            found.add(object);
        }
    }

    /** All tracked objects that can be reached, frames left out. */
    static List<PyObject> reachable(InterpreterState interpreter) {
        Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<PyObject> waiting = new ArrayDeque<>();
        List<PyObject> tracked = new ArrayList<>();
        waiting.add(interpreter.modules);
        waiting.add(interpreter.builtins);
        for (ThreadState thread : interpreter.threads()) {
            for (PyFrame frame = thread.frame; frame != null; frame = frame.back()) {
                waiting.add(frame);
            }
        }
        while (!waiting.isEmpty()) {
            PyObject object = waiting.pop();
            if (seen.add(object)) {
                if (!(object instanceof PyFrame) && isTracked(object)) {
                    tracked.add(object);
                }
                referents(object).forEach(waiting::push);
            }
        }
        return tracked;
    }
}
