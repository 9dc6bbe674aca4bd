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
        /** Offset of the jump back that this is; -1 for FOR_ITER itself. */
        private final int jumpedFrom;
        /** The instruction jumped to. */
        private final int start;

        private int behind;
        private int plain;
        private int misses;

        /**
         * @param start offset of FOR_ITER
         * @param end where to go on when there is no next item
         * @param jumpedFrom offset of the jump back that this is; -1 for FOR_ITER itself
         */
        Next(int slot, int start, int end, int jumpedFrom) {
            this.slot = slot;
            this.start = start;
            this.end = end;
            this.jumpedFrom = jumpedFrom;
        }

        Next(Next like) {
            this(like.slot, like.start, like.end, like.jumpedFrom);
            misses = like.misses;
        }

        @Override
        final void resolve() {
            behind = code.entry(end);
            plain = code.entry(start);
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

        /** @return whether the jump is all there is to do now, since somebody wants the frame at its target */
        final boolean isHeld(ThreadState thread, Frame frame) {
            if (jumpedFrom >= 0) {
                frame.lastInstruction = jumpedFrom;
                Safepoint.poll(thread);
                if (thread.stepping) {
                    return true;
                }
            }
            frame.lastInstruction = offset;
            return false;
        }

        final int held() {
            return plain;
        }

        final int general(ThreadState thread, Frame frame, PyObject[] slots, PyObject iterator) {
            if (isHeld(thread, frame)) {
                return held();
            }
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
            if (isHeld(thread, frame)) {
                return held();
            }
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
            if (isHeld(thread, frame)) {
                return held();
            }
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
            if (isHeld(thread, frame)) {
                return held();
            }
            PyObject item = iterator.next();
            return item != null ? done(thread, frame, slots, item) : end(thread, frame, slots);
        }
    }
}
