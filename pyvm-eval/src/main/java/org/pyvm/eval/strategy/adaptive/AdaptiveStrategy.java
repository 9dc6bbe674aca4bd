package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Wordcode;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * The loop over {@link DecodedCode}. What an instruction means is in {@code semantics}, as for all strategies; steps have the
 * caches, and put faster ones in their own place. While somebody traces, the code as it is runs by {@code switch}.
 */
public final class AdaptiveStrategy extends LoopStrategy {
    private final LoopStrategy stepper = new SwitchStrategy();

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        DecodedCode code = DecodedCode.of(frame.code());
        if (code == null) {
            return stepper.proceed(thread, frame, start);
        }
        int at = code.entry(start);
        if (at < 0) {
            if (thread.stepping) {
                return stepper.proceed(thread, frame, start);
            }
            at = enter(thread, frame, code, start);
        }
        Step[] steps = code.steps;
        PyObject[] slots = frame.slots;
        while (at >= 0) {
            if (thread.stepping && steps[at].resumeAt >= 0) {
                steps[at].spill(frame);
                return stepper.proceed(thread, frame, steps[at].resumeAt);
            }
            at = steps[at].run(thread, frame, slots);
        }
        PyObject value = slots[--frame.stackTop];
        slots[frame.stackTop] = null;
        if (at == Instructions.LEAVE) {
            frame.finish();
        }
        return value;
    }

    /**
     * A frame comes from another strategy in the middle of a step: runs instructions up to the next.
     *
     * @return that step; negative when the frame has been left before
     */
    private static int enter(ThreadState thread, Frame frame, DecodedCode code, int start) {
        byte[] words = frame.code().code().code();
        int offset = start;
        int at = -1;
        while (at < 0) {
            offset = Wordcode.behindPrefixes(words, offset);
            frame.lastInstruction = offset;
            int argument = Wordcode.argument(words, offset);
            offset = PlainStep.execute(thread, frame, words[offset] & 0xFF, argument, offset + 2);
            if (offset < 0) {
                return offset;
            }
            at = code.entry(offset);
        }
        return at;
    }
}
