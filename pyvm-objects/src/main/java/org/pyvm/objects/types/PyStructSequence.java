package org.pyvm.objects.types;

import java.util.List;
import java.util.Set;
import org.pyvm.objects.BuiltinMembers;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/**
 * A tuple whose items also have names, such as {@code time.struct_time} ({@code PyStructSequence}). Fields beyond the
 * visible ones are attributes only and not part of the sequence.
 */
public final class PyStructSequence extends PyTuple {
    private final Definition definition;
    private final PyObject[] hidden;

    private PyStructSequence(PyType type, Definition definition, PyObject[] visible, PyObject[] hidden) {
        super(type, visible);
        this.definition = definition;
        this.hidden = hidden;
    }

    /** A type of such tuples. Made once, as a constant. */
    public static final class Definition implements BuiltinMembers {
        private final String name;
        private final List<String> fields;
        private final int visible;
        private final PyType type;
        private boolean instantiable = true;
        private boolean takesFields;
        private int defaultsFrom;
        private int defaultItems;
        private int defaultCount;

        /** A type all of whose fields are visible. */
        public Definition(String module, String name, String... fields) {
            this(module, name, fields.length, fields);
        }

        /**
         * @param visible number of fields that are items of the sequence
         * @param fields their names, and those of the hidden ones; a name that starts with {@code unnamed} is an item only
         */
        public Definition(String module, String name, int visible, String... fields) {
            this.name = name;
            this.fields = List.of(fields);
            this.visible = visible;
            this.type = PyType.builtin(module, name, PyTuple.TYPE, new StructSlots(this), this)
                    .withLayoutOfBase()
                    .notSubclassable();
        }

        /** For a type that Python code cannot make instances of. */
        public Definition notInstantiable() {
            instantiable = false;
            return this;
        }

        /** For a type whose instances are made of an argument for each field, not of a sequence. */
        public Definition ofArguments() {
            takesFields = true;
            return this;
        }

        public PyType type() {
            return type;
        }

        /** An instance; hidden fields left out at the end are None. */
        public PyStructSequence of(PyObject... values) {
            PyObject[] items = java.util.Arrays.copyOf(values, visible);
            PyObject[] rest = new PyObject[fields.size() - visible];
            java.util.Arrays.fill(rest, Singletons.NONE);
            if (values.length > visible) {
                System.arraycopy(values, visible, rest, 0, values.length - visible);
            }
            return new PyStructSequence(type, this, items, rest);
        }

        /**
         * For a type some of whose hidden fields have the value of an item when they are not given.
         *
         * @param from number of the first such field
         * @param items number of the item for it; those of the next fields follow
         * @param count how many
         */
        public Definition defaulting(int from, int items, int count) {
            defaultsFrom = from;
            defaultItems = items;
            defaultCount = count;
            return this;
        }

        /** What {@code repr} calls an item: the fields that have a name, in order, even if an unnamed one comes first. */
        private String memberName(int index) {
            int seen = 0;
            for (String field : fields) {
                if (!field.startsWith("unnamed") && seen++ == index) {
                    return field;
                }
            }
            return fields.get(index);
        }

        private String displayName() {
            return type.fullName();
        }

        @Override
        public void define(PyType owner, PyDict dict) {
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).startsWith("unnamed")) {
                    dict.put(fields.get(i), new PyStructField(owner, PyStr.intern(fields.get(i)), i));
                }
            }
            int unnamed = (int)
                    fields.stream().filter(field -> field.startsWith("unnamed")).count();
            dict.put("n_fields", PyInt.of(fields.size()));
            dict.put("n_sequence_fields", PyInt.of(visible));
            dict.put("n_unnamed_fields", PyInt.of(unnamed));
            dict.put(
                    "__match_args__",
                    PyTuple.of(fields.subList(0, visible).stream()
                            .filter(field -> !field.startsWith("unnamed"))
                            .map(PyStr::intern)
                            .toArray(PyObject[]::new)));
            dict.put("__reduce__", new PyStructReduce(owner));
        }

        /** What {@code type(sequence, dict)} makes. */
        private PyObject make(ThreadState thread, PyObject[] values, PyStr[] names) {
            if (!instantiable) {
                throw PyErr.typeError("cannot create '%s' instances", displayName());
            }
            if (takesFields) {
                return of(bind(name, fields, values, names));
            }
            PyObject[] args = bind("structseq", List.of("sequence", "dict"), values, names);
            if (args[1] != null && !(args[1] instanceof PyDict)) {
                throw PyErr.typeError("%s() takes a dict as second arg, if any", displayName());
            }
            PyObject[] items = Sequences.fast(thread, args[0], "constructor requires a sequence");
            int least = visible;
            int most = fields.size();
            if (items.length < least || items.length > most) {
                throw PyErr.typeError(
                        "%s() takes %s %d-sequence (%d-sequence given)",
                        displayName(),
                        least == most ? "a" : items.length < least ? "an at least" : "an at most",
                        items.length < least ? least : most,
                        items.length);
            }
            PyObject[] all = new PyObject[most];
            System.arraycopy(items, 0, all, 0, items.length);
            PyDict rest = (PyDict) args[1];
            for (int i = items.length; i < most; i++) {
                PyObject value = rest == null ? null : rest.get(PyStr.intern(fields.get(i)));
                all[i] = value == null ? Singletons.NONE : value;
            }
            for (int i = 0; i < defaultCount; i++) {
                if (all[defaultsFrom + i] == Singletons.NONE) {
                    all[defaultsFrom + i] = all[defaultItems + i];
                }
            }
            return of(all);
        }

        /** The arguments for parameters of which the first is required; the others are null when they are not given. */
        private static PyObject[] bind(String function, List<String> parameters, PyObject[] values, PyStr[] names) {
            if (values.length > parameters.size()) {
                throw PyErr.typeError(
                        "%s() takes at most %d argument%s (%d given)",
                        function, parameters.size(), parameters.size() == 1 ? "" : "s", values.length);
            }
            int positional = Arguments.positionalCount(values, names);
            PyObject[] bound = new PyObject[parameters.size()];
            System.arraycopy(values, 0, bound, 0, positional);
            for (int i = positional; i < values.length; i++) {
                PyStr name = names[i - positional];
                int place = parameters.indexOf(name.toString());
                if (place < 0) {
                    throw PyErr.typeError("'%s' is an invalid keyword argument for %s()", name, function);
                }
                if (place < positional) {
                    throw PyErr.typeError(
                            "argument for %s() given by name ('%s') and position (%d)", function, name, place + 1);
                }
                bound[place] = values[i];
            }
            if (bound[0] == null) {
                throw PyErr.typeError("%s() missing required argument '%s' (pos 1)", function, parameters.getFirst());
            }
            return bound;
        }
    }

    /** A field by its place, hidden ones included. */
    PyObject field(int index) {
        return index < definition.visible ? get(index) : hidden[index - definition.visible];
    }

    /** What {@code __reduce__} answers: the type, the items, and the hidden fields by name. */
    PyObject reduce() {
        PyDict rest = new PyDict();
        for (int i = 0; i < hidden.length; i++) {
            rest.put(definition.fields.get(definition.visible + i), hidden[i]);
        }
        return PyTuple.of(type(), PyTuple.of(PyTuple.of(toArray()), rest));
    }

    /** The slots of such tuples. */
    private static final class StructSlots extends PyTupleExposed.SlotTable {
        private final Definition definition;

        StructSlots(Definition definition) {
            this.definition = definition;
        }

        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
        }

        @Override
        public PyObject repr(ThreadState thread, PyObject self) {
            PyStructSequence tuple = (PyStructSequence) self;
            StringBuilder text = new StringBuilder(definition.displayName()).append('(');
            for (int i = 0; i < tuple.size(); i++) {
                if (i > 0) {
                    text.append(", ");
                }
                text.append(definition.memberName(i)).append('=').append(Objects.repr(thread, tuple.get(i)));
            }
            return PyStr.of(text.append(')').toString());
        }

        @Override
        public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
            return definition.make(thread, args, names);
        }
    }
}
