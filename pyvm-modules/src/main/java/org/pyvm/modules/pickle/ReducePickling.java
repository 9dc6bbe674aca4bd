package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.BUILD;
import static org.pyvm.modules.pickle.PickleOpcode.NEWOBJ;
import static org.pyvm.modules.pickle.PickleOpcode.NEWOBJ_EX;
import static org.pyvm.modules.pickle.PickleOpcode.POP;
import static org.pyvm.modules.pickle.PickleOpcode.REDUCE;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE2;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** How an object is written that says, as a tuple, what makes it: a function, its arguments, and what is done afterwards. */
final class ReducePickling {
    private static final PyStr CLASS = PyStr.intern("__class__");

    private ReducePickling() {}

    private static PyObject part(PyTuple parts, int index) {
        return index >= parts.size() || parts.get(index) == Singletons.NONE ? null : parts.get(index);
    }

    /** @param object the object itself, which is remembered; null for what is written in its place only */
    static void save(ThreadState thread, ObjectPickler pickler, PyTuple parts, PyObject object) {
        PickleState state = pickler.state;
        if (parts.size() < 2 || parts.size() > 6) {
            throw state.picklingError("tuple returned by __reduce__ must contain 2 through 6 elements");
        }
        PyObject callable = parts.get(0);
        if (!Calls.isCallable(callable)) {
            throw state.picklingError("first item of the tuple returned by __reduce__ must be callable");
        }
        if (!(parts.get(1) instanceof PyTuple args)) {
            throw state.picklingError("second item of the tuple returned by __reduce__ must be a tuple");
        }
        PyObject objectState = part(parts, 2);
        PyObject listItems = iterator(state, "fourth", part(parts, 3));
        PyObject dictItems = iterator(state, "fifth", part(parts, 4));
        PyObject stateSetter = part(parts, 5);
        if (stateSetter != null && !Calls.isCallable(stateSetter)) {
            throw state.picklingError(
                    "sixth element of the tuple returned by __reduce__ must be a function, not %T", stateSetter);
        }
        saveCall(thread, pickler, callable, args, object);
        if (object != null) {
            int known = pickler.memo.find(object);
            if (known >= 0) {
                // Its arguments held the object: what was written for them is it.
                pickler.out.put(POP);
                pickler.get(known);
                return;
            }
            pickler.memoize(object);
        }
        if (listItems != null) {
            ContainerPickling.saveItems(thread, pickler, listItems);
        }
        if (dictItems != null) {
            ContainerPickling.savePairs(thread, pickler, dictItems);
        }
        if (objectState != null) {
            saveState(thread, pickler, object, objectState, stateSetter);
        }
    }

    private static PyObject iterator(PickleState state, String which, PyObject value) {
        if (value != null && !Iterators.isIterator(value)) {
            throw state.picklingError(
                    "%s element of the tuple returned by __reduce__ must be an iterator, not %T", which, value);
        }
        return value;
    }

    private static void saveState(
            ThreadState thread, ObjectPickler pickler, PyObject object, PyObject objectState, PyObject stateSetter) {
        if (stateSetter == null) {
            pickler.save(thread, objectState);
            pickler.out.put(BUILD);
            return;
        }
        pickler.save(thread, stateSetter);
        pickler.save(thread, object);
        pickler.save(thread, objectState);
        pickler.out.put(TUPLE2);
        pickler.out.put(REDUCE);
        pickler.out.put(POP);
    }

    private static void saveCall(
            ThreadState thread, ObjectPickler pickler, PyObject callable, PyTuple args, PyObject object) {
        if (pickler.protocol >= 2 && Attributes.getOrNull(thread, callable, Names.NAME) instanceof PyStr name) {
            if (name.is("__newobj_ex__")) {
                saveNewWithKeywords(thread, pickler, args);
                return;
            }
            if (name.is("__newobj__")) {
                saveNew(thread, pickler, args, object);
                return;
            }
        }
        pickler.save(thread, callable);
        pickler.save(thread, args);
        pickler.out.put(REDUCE);
    }

    private static void saveNew(ThreadState thread, ObjectPickler pickler, PyTuple args, PyObject object) {
        if (args.size() == 0) {
            throw pickler.state.picklingError("__newobj__ arglist is empty");
        }
        if (!(args.get(0) instanceof PyType cls)) {
            throw pickler.state.picklingError("args[0] from __newobj__ args is not a type");
        }
        if (object != null && Attributes.get(thread, object, CLASS) != cls) {
            throw pickler.state.picklingError("args[0] from __newobj__ args has the wrong class");
        }
        pickler.save(thread, cls);
        PyObject[] rest = args.toArray();
        pickler.save(thread, PyTuple.of(Arrays.copyOfRange(rest, 1, rest.length)));
        pickler.out.put(NEWOBJ);
    }

    private static void saveNewWithKeywords(ThreadState thread, ObjectPickler pickler, PyTuple parts) {
        PickleState state = pickler.state;
        if (parts.size() != 3) {
            throw state.picklingError("length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", parts.size());
        }
        if (!(parts.get(0) instanceof PyType cls)) {
            throw state.picklingError("first item from NEWOBJ_EX argument tuple must be a class, not %T", parts.get(0));
        }
        if (!(parts.get(1) instanceof PyTuple args)) {
            throw state.picklingError(
                    "second item from NEWOBJ_EX argument tuple must be a tuple, not %T", parts.get(1));
        }
        if (!(parts.get(2) instanceof PyDict keywords)) {
            throw state.picklingError("third item from NEWOBJ_EX argument tuple must be a dict, not %T", parts.get(2));
        }
        if (pickler.protocol >= 4) {
            pickler.save(thread, cls);
            pickler.save(thread, args);
            pickler.save(thread, keywords);
            pickler.out.put(NEWOBJ_EX);
            return;
        }
        // Older protocols have no keywords: a partial holds them.
        PyObject[] all = new PyObject[args.size() + 2];
        all[0] = Attributes.get(thread, cls, Names.NEW);
        all[1] = cls;
        System.arraycopy(args.itemsUnsafe(), 0, all, 2, args.size());
        pickler.save(thread, Calls.callWithDict(thread, state.partial, all, keywords));
        pickler.save(thread, PyTuple.of());
        pickler.out.put(REDUCE);
    }
}
