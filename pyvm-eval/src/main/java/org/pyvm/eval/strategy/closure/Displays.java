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
            if (object == thread.lastMade) {
                Lifetimes.iterated(thread, frame, object);
            }
            return Iterators.iter(thread, object);
        }
    }
}
