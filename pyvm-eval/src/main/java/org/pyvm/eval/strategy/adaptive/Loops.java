package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyListIterator;
import org.pyvm.objects.types.PyRangeIterator;
import org.pyvm.objects.types.PyTupleIterator;

/** Iteration. */
final class Loops {
    private Loops() {}

    static final class GetIterator extends ValueStep {
        private final Operand iterable;

        GetIterator(Operand iterable) {
            this.iterable = iterable;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = iterable.get(thread, frame, slots);
            frame.lastInstruction = offset;
            if (value == thread.lastMade) {
                Lifetimes.iterated(thread, frame, value);
            }
            return done(thread, frame, slots, Iterators.iter(thread, value));
        }
    }

    /** FOR_ITER, or a jump back to it; looks at the first iterator. */
    static class Next extends ValueStep {
        /** Where the iterator lies. */
        final int slot;

        private final int end;
        private final boolean back;
        private int behind;
        private int misses;

        /**
         * @param end where to go on when there is no next item
         * @param back whether this is a jump back
         */
        Next(int slot, int end, boolean back) {
            this.slot = slot;
            this.end = end;
            this.back = back;
        }

        Next(Next like) {
            this(like.slot, like.end, like.back);
            misses = like.misses;
        }

        @Override
        final void resolve() {
            behind = code.entry(end);
        }

        final void replaceBy(Next other) {
            super.replaceBy(other);
            other.resolve();
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject iterator = slots[slot];
            replaceBy(special(this, iterator));
            return general(thread, frame, slots, iterator);
        }

        final void begin(ThreadState thread, Frame frame) {
            frame.lastInstruction = offset;
            if (back) {
                Safepoint.poll(thread);
            }
        }

        final int general(ThreadState thread, Frame frame, PyObject[] slots, PyObject iterator) {
            begin(thread, frame);
            PyObject item = iterator.type().slots().next(thread, iterator);
            return item != null ? done(thread, frame, slots, item) : end(thread, frame, slots);
        }

        final int end(ThreadState thread, Frame frame, PyObject[] slots) {
            if (thread.stepping) {
                Tracing.iterationEnded(thread, frame, slots[slot]);
            }
            slots[slot] = null;
            return behind;
        }

        final int missed(ThreadState thread, Frame frame, PyObject[] slots, PyObject iterator) {
            if (++misses == PATIENCE) {
                replaceBy(new NextAny(this));
            }
            return general(thread, frame, slots, iterator);
        }
    }

    private static Next special(Next of, PyObject iterator) {
        if (iterator instanceof PyRangeIterator) {
            return new NextOfRange(of);
        }
        if (iterator instanceof PyListIterator) {
            return new NextOfList(of);
        }
        return iterator instanceof PyTupleIterator ? new NextOfTuple(of) : new NextAny(of);
    }

    private static final class NextAny extends Next {
        NextAny(Next like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            return general(thread, frame, slots, slots[slot]);
        }
    }

    private static final class NextOfRange extends Next {
        NextOfRange(Next like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            if (!(slots[slot] instanceof PyRangeIterator iterator)) {
                return missed(thread, frame, slots, slots[slot]);
            }
            begin(thread, frame);
            PyObject item = iterator.next();
            return item != null ? done(thread, frame, slots, item) : end(thread, frame, slots);
        }
    }

    private static final class NextOfList extends Next {
        NextOfList(Next like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            if (!(slots[slot] instanceof PyListIterator iterator)) {
                return missed(thread, frame, slots, slots[slot]);
            }
            begin(thread, frame);
            PyObject item = iterator.next();
            return item != null ? done(thread, frame, slots, item) : end(thread, frame, slots);
        }
    }

    private static final class NextOfTuple extends Next {
        NextOfTuple(Next like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            if (!(slots[slot] instanceof PyTupleIterator iterator)) {
                return missed(thread, frame, slots, slots[slot]);
            }
            begin(thread, frame);
            PyObject item = iterator.next();
            return item != null ? done(thread, frame, slots, item) : end(thread, frame, slots);
        }
    }
}
