package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.ADDITEMS;
import static org.pyvm.modules.pickle.PickleOpcode.APPEND;
import static org.pyvm.modules.pickle.PickleOpcode.APPENDS;
import static org.pyvm.modules.pickle.PickleOpcode.DICT;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_DICT;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_LIST;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_SET;
import static org.pyvm.modules.pickle.PickleOpcode.EMPTY_TUPLE;
import static org.pyvm.modules.pickle.PickleOpcode.FROZENSET;
import static org.pyvm.modules.pickle.PickleOpcode.LIST;
import static org.pyvm.modules.pickle.PickleOpcode.MARK;
import static org.pyvm.modules.pickle.PickleOpcode.POP;
import static org.pyvm.modules.pickle.PickleOpcode.POP_MARK;
import static org.pyvm.modules.pickle.PickleOpcode.SETITEM;
import static org.pyvm.modules.pickle.PickleOpcode.SETITEMS;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE;
import static org.pyvm.modules.pickle.PickleOpcode.TUPLE1;

import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.AnySet;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySet;
import org.pyvm.objects.types.PyTuple;

/**
 * How containers are written. One that may hold itself is remembered before its items are written; a tuple, which cannot be
 * made before its items, is looked for again after them.
 */
final class ContainerPickling {
    /** Items between a mark and the opcode that takes them. */
    private static final int BATCH = 1000;
    /** Containers in containers from which on fast mode looks for one that holds itself. */
    private static final int FAST_NESTING_LIMIT = 50;

    private ContainerPickling() {}

    /** Writes an object when it is exactly of a type that is written so; else answers false. */
    static boolean save(ThreadState thread, ObjectPickler pickler, PyObject object, PyType type) {
        if (type == PyDict.TYPE) {
            saveDict(thread, pickler, (PyDict) object);
        } else if (type == PyList.TYPE) {
            saveList(thread, pickler, (PyList) object);
        } else if (type == PyTuple.TYPE) {
            saveTuple(thread, pickler, (PyTuple) object);
        } else if (type == PySet.TYPE) {
            saveSet(thread, pickler, (PySet) object);
        } else if (type == PyFrozenSet.TYPE) {
            saveFrozenSet(thread, pickler, (PyFrozenSet) object);
        } else {
            return false;
        }
        return true;
    }

    private static void saveTuple(ThreadState thread, ObjectPickler pickler, PyTuple tuple) {
        PickleOutput out = pickler.out;
        int size = tuple.size();
        if (size == 0) {
            if (!pickler.binary) {
                out.put(MARK);
            }
            out.put(pickler.binary ? EMPTY_TUPLE : TUPLE);
            return;
        }
        boolean marked = size > 3 || pickler.protocol < 2;
        if (marked) {
            out.put(MARK);
        }
        for (int i = 0; i < size; i++) {
            pickler.save(thread, tuple.get(i));
        }
        // An item may have written this very tuple: then that is taken and these items are dropped.
        int known = pickler.memo.find(tuple);
        if (known >= 0) {
            if (marked && pickler.binary) {
                out.put(POP_MARK);
            } else {
                for (int i = marked ? -1 : 0; i < size; i++) {
                    out.put(POP);
                }
            }
            pickler.get(known);
            return;
        }
        out.put(marked ? TUPLE : (byte) (TUPLE1 + size - 1));
        pickler.memoize(tuple);
    }

    private static void enterFast(ObjectPickler pickler, PyObject object) {
        if (++pickler.fastNesting < FAST_NESTING_LIMIT) {
            return;
        }
        if (pickler.fastMemo == null) {
            pickler.fastMemo = new PyDict();
        }
        ThreadState thread = ThreadState.current();
        PyInt key = PyInt.of(Identity.of(object));
        if (pickler.fastMemo.get(thread, key) != null) {
            pickler.fastNesting = -1;
            throw PyErr.valueError(
                    "fast mode: can't pickle cyclic objects including object type %T at %s",
                    object, Identity.address(object));
        }
        pickler.fastMemo.put(thread, key, Singletons.NONE);
    }

    private static void leaveFast(ObjectPickler pickler, PyObject object) {
        if (pickler.fastNesting-- >= FAST_NESTING_LIMIT && pickler.fastMemo != null) {
            pickler.fastMemo.remove(ThreadState.current(), PyInt.of(Identity.of(object)));
        }
    }

    private static void saveList(ThreadState thread, ObjectPickler pickler, PyList list) {
        boolean fast = pickler.fast;
        if (fast) {
            enterFast(pickler, list);
        }
        if (!pickler.binary) {
            pickler.out.put(MARK);
        }
        pickler.out.put(pickler.binary ? EMPTY_LIST : LIST);
        pickler.memoize(list);
        if (list.size() > 0) {
            if (pickler.protocol > 0) {
                saveItems(thread, pickler, list);
            } else {
                saveItems(thread, pickler, Iterators.iter(thread, list));
            }
        }
        if (fast) {
            leaveFast(pickler, list);
        }
    }

    private static void saveItems(ThreadState thread, ObjectPickler pickler, PyList list) {
        if (list.size() == 1) {
            pickler.save(thread, list.get(0));
            pickler.out.put(APPEND);
            return;
        }
        int i = 0;
        do {
            pickler.out.put(MARK);
            // The size afresh each time round: writing an item may run Python code that shortens the list.
            for (int n = 0; n < BATCH && i < list.size(); n++, i++) {
                pickler.save(thread, list.get(i));
            }
            pickler.out.put(APPENDS);
        } while (i < list.size());
    }

    /** Writes the items of an iterator as appended to the list that was written last. */
    static void saveItems(ThreadState thread, ObjectPickler pickler, PyObject iterator) {
        PickleOutput out = pickler.out;
        PyObject first;
        if (pickler.protocol == 0) {
            while ((first = Iterators.next(thread, iterator)) != null) {
                pickler.save(thread, first);
                out.put(APPEND);
            }
            return;
        }
        int count;
        do {
            first = Iterators.next(thread, iterator);
            if (first == null) {
                return;
            }
            PyObject item = Iterators.next(thread, iterator);
            if (item == null) {
                pickler.save(thread, first);
                out.put(APPEND);
                return;
            }
            out.put(MARK);
            pickler.save(thread, first);
            count = 1;
            while (item != null) {
                pickler.save(thread, item);
                item = ++count == BATCH ? null : Iterators.next(thread, iterator);
            }
            out.put(APPENDS);
        } while (count == BATCH);
    }

    private static void saveDict(ThreadState thread, ObjectPickler pickler, PyDict dict) {
        boolean fast = pickler.fast;
        if (fast) {
            enterFast(pickler, dict);
        }
        if (!pickler.binary) {
            pickler.out.put(MARK);
        }
        pickler.out.put(pickler.binary ? EMPTY_DICT : DICT);
        pickler.memoize(dict);
        if (dict.size() > 0) {
            saveEntries(thread, pickler, dict);
        }
        if (fast) {
            leaveFast(pickler, dict);
        }
    }

    private static void saveEntries(ThreadState thread, ObjectPickler pickler, PyDict dict) {
        int size = dict.size();
        boolean single = size == 1 || pickler.protocol == 0;
        int at = dict.nextEntry(0);
        int count;
        do {
            if (!single) {
                pickler.out.put(MARK);
            }
            for (count = 0; at >= 0 && count < BATCH; count++) {
                PyObject value = dict.valueAt(at);
                pickler.save(thread, dict.keyAt(at));
                pickler.save(thread, value);
                if (single) {
                    pickler.out.put(SETITEM);
                }
                at = dict.nextEntry(at + 1);
            }
            if (!single) {
                pickler.out.put(SETITEMS);
            }
            if (dict.size() != size) {
                throw PyErr.runtimeError("dictionary changed size during iteration");
            }
        } while (count == BATCH && (!single || at >= 0));
    }

    private static PyTuple pair(PyObject item) {
        if (!(item instanceof PyTuple pair) || pair.size() != 2) {
            throw PyErr.typeError("dict items iterator must return 2-tuples");
        }
        return pair;
    }

    private static void savePair(ThreadState thread, ObjectPickler pickler, PyObject item) {
        PyTuple pair = pair(item);
        pickler.save(thread, pair.get(0));
        pickler.save(thread, pair.get(1));
    }

    /** Writes the pairs of an iterator as stored in the mapping that was written last. */
    static void savePairs(ThreadState thread, ObjectPickler pickler, PyObject iterator) {
        PickleOutput out = pickler.out;
        PyObject first;
        if (pickler.protocol == 0) {
            while ((first = Iterators.next(thread, iterator)) != null) {
                savePair(thread, pickler, first);
                out.put(SETITEM);
            }
            return;
        }
        int count;
        do {
            first = Iterators.next(thread, iterator);
            if (first == null) {
                return;
            }
            pair(first);
            PyObject item = Iterators.next(thread, iterator);
            if (item == null) {
                savePair(thread, pickler, first);
                out.put(SETITEM);
                return;
            }
            out.put(MARK);
            savePair(thread, pickler, first);
            count = 1;
            while (item != null) {
                savePair(thread, pickler, item);
                item = ++count == BATCH ? null : Iterators.next(thread, iterator);
            }
            out.put(SETITEMS);
        } while (count == BATCH);
    }

    /** A set as a call of its type with a list: before protocol 4. */
    private static void saveAsCall(ThreadState thread, ObjectPickler pickler, PyObject set) {
        PyList items = new PyList();
        items.extend(thread, set);
        ReducePickling.save(thread, pickler, PyTuple.of(set.type(), PyTuple.of(items)), set);
    }

    private static void saveSet(ThreadState thread, ObjectPickler pickler, PySet set) {
        if (pickler.protocol < 4) {
            saveAsCall(thread, pickler, set);
            return;
        }
        pickler.out.put(EMPTY_SET);
        pickler.memoize(set);
        int size = set.size();
        if (size == 0) {
            return;
        }
        int at = set.nextItem(0);
        int count;
        do {
            pickler.out.put(MARK);
            for (count = 0; at >= 0 && count < BATCH; count++) {
                pickler.save(thread, set.itemAt(at));
                at = set.nextItem(at + 1);
            }
            pickler.out.put(ADDITEMS);
            if (set.size() != size) {
                throw PyErr.runtimeError("set changed size during iteration");
            }
        } while (count == BATCH);
    }

    private static void saveFrozenSet(ThreadState thread, ObjectPickler pickler, PyFrozenSet set) {
        if (pickler.protocol < 4) {
            saveAsCall(thread, pickler, set);
            return;
        }
        pickler.out.put(MARK);
        for (PyObject item : ((AnySet) set).toArray()) {
            pickler.save(thread, item);
        }
        int known = pickler.memo.find(set);
        if (known >= 0) {
            pickler.out.put(POP_MARK);
            pickler.get(known);
            return;
        }
        pickler.out.put(FROZENSET);
        pickler.memoize(set);
    }
}
