package org.pyvm.objects.types;

import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** How {@code dict(...)}, {@code dict.update} and {@code |} take the entries of mappings and of sequences of pairs. */
public final class DictMerge {
    private DictMerge() {}

    /** {@code update([source], **keywords)}. */
    static void update(ThreadState thread, PyDict dict, String function, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount(function, positional, 0, 1);
        if (positional == 1) {
            addAll(thread, dict, args[0]);
        }
        for (int i = positional; i < args.length; i++) {
            dict.put(thread, names[i - positional], args[i]);
        }
    }

    /** Puts the entries of a mapping (what has {@code keys}) or of an iterable of pairs. */
    public static void addAll(ThreadState thread, PyDict dict, PyObject source) {
        if (hasDictIteration(source) || Attributes.getOrNull(thread, source, Names.KEYS_NAME) != null) {
            addMapping(thread, dict, source);
        } else {
            addPairs(thread, dict, source);
        }
    }

    /** Puts the entries of a mapping, of which {@code keys()} and subscription are asked. */
    public static void addMapping(ThreadState thread, PyDict dict, PyObject mapping) {
        if (hasDictIteration(mapping)) {
            dict.putAll(thread, (PyDict) mapping);
            return;
        }
        PyObject keys = Iterators.iter(thread, Mappings.keys(thread, mapping));
        for (PyObject key; (key = Iterators.next(thread, keys)) != null; ) {
            dict.put(thread, key, Objects.getItem(thread, mapping, key));
        }
    }

    /** Whether it is a dict whose entries are what iteration and subscription give. */
    static boolean hasDictIteration(PyObject source) {
        return source instanceof PyDict dict
                && dict.iteratesInEntryOrder()
                && !(source.type().slots() instanceof ClassSlots slots && slots.isOverridden(Slot.TP_ITER));
    }

    private static void addPairs(ThreadState thread, PyDict dict, PyObject source) {
        PyObject iterator = Iterators.iter(thread, source);
        int number = 0;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; number++) {
            PyObject[] pair;
            if (!Iterators.isIterable(item)) {
                throw PyErr.typeError("cannot convert dictionary update sequence element #%d to a sequence", number);
            }
            pair = Sequences.toArray(thread, item);
            if (pair.length != 2) {
                throw PyErr.valueError(
                        "dictionary update sequence element #%d has length %d; 2 is required", number, pair.length);
            }
            dict.put(thread, pair[0], pair[1]);
        }
    }
}
