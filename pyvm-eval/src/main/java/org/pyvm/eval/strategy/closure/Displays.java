package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.Formatting;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PySlice;

/** Displays of containers, slices, formatted values. */
final class Displays {
    private Displays() {}

    static final class Tuple extends Node {
        private final Node[] items;

        Tuple(Node[] items) {
            this.items = items;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return Containers.buildTuple(CallNodes.values(thread, frame, items));
        }

        @Override
        void emit(Emitter emitter) {
            emitter.array(items);
            emitter.call(Containers.class, "buildTuple", PyObject.class, PyObject[].class);
        }
    }

    static final class List extends Node {
        private final Node[] items;

        List(Node[] items) {
            this.items = items;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return Containers.buildList(CallNodes.values(thread, frame, items));
        }

        @Override
        void emit(Emitter emitter) {
            emitter.array(items);
            emitter.call(Containers.class, "buildList", PyObject.class, PyObject[].class);
        }
    }

    static final class Map extends Node {
        private final Node[] items;
        private final int pc;

        Map(Node[] items, int pc) {
            this.items = items;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject[] values = CallNodes.values(thread, frame, items);
            frame.lastInstruction = pc;
            return Containers.buildMap(thread, values);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            emitter.array(items);
            emitter.at(pc);
            emitter.call(Containers.class, "buildMap", PyObject.class, ThreadState.class, PyObject[].class);
        }
    }

    static final class Text extends Node {
        private final Node[] parts;

        Text(Node[] parts) {
            this.parts = parts;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return Containers.buildString(CallNodes.values(thread, frame, parts));
        }

        @Override
        void emit(Emitter emitter) {
            emitter.array(parts);
            emitter.call(Containers.class, "buildString", PyObject.class, PyObject[].class);
        }
    }

    static final class Format extends Node {
        private final Node value;
        private final Node spec;
        private final int conversion;
        private final int pc;

        /** @param spec null for none */
        Format(Node value, Node spec, int conversion, int pc) {
            this.value = value;
            this.spec = spec;
            this.conversion = conversion;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject object = value.get(thread, frame);
            PyObject format = spec == null ? null : spec.get(thread, frame);
            frame.lastInstruction = pc;
            return Formatting.formatValue(thread, object, format, conversion);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            value.emit(emitter);
            if (spec == null) {
                emitter.code().aconst_null();
            } else {
                spec.emit(emitter);
            }
            emitter.at(pc);
            emitter.integer(conversion);
            emitter.call(
                    Formatting.class,
                    "formatValue",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    int.class);
        }
    }

    static final class Slice extends Node {
        private final Node start;
        private final Node stop;
        private final Node step;

        /** @param step null for none */
        Slice(Node start, Node stop, Node step) {
            this.start = start;
            this.stop = stop;
            this.step = step;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject from = start.get(thread, frame);
            PyObject to = stop.get(thread, frame);
            return new PySlice(from, to, step == null ? Singletons.NONE : step.get(thread, frame));
        }

        @Override
        void emit(Emitter emitter) {
            start.emit(emitter);
            stop.emit(emitter);
            if (step == null) {
                emitter.constant(Singletons.NONE);
            } else {
                step.emit(emitter);
            }
            emitter.call(Slice.class, "of", PyObject.class, PyObject.class, PyObject.class, PyObject.class);
        }

        static PyObject of(PyObject from, PyObject to, PyObject by) {
            return new PySlice(from, to, by);
        }
    }

    static final class Iterator extends Node {
        private final Node iterable;
        private final int pc;

        Iterator(Node iterable, int pc) {
            this.iterable = iterable;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject object = iterable.get(thread, frame);
            frame.lastInstruction = pc;
            return iter(thread, frame, object);
        }

        static PyObject iter(ThreadState thread, Frame frame, PyObject object) {
            if (object == thread.lastMade) {
                Lifetimes.iterated(thread, frame, object);
            }
            return Iterators.iter(thread, object);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread().frame();
            iterable.emit(emitter);
            emitter.at(pc);
            emitter.call(Iterator.class, "iter", PyObject.class, ThreadState.class, Frame.class, PyObject.class);
        }
    }
}
