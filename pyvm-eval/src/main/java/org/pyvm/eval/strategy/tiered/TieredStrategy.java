package org.pyvm.eval.strategy.tiered;

import org.pyvm.eval.Frame;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.closure.ClosureStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Runs code by {@code switch} at first, and by {@code closure} once it has been entered a few times; a loop that goes round
 * often changes over in its middle. Most code of a program runs once, and to translate it would cost more than it saves.
 */
public final class TieredStrategy extends LoopStrategy {
    /** How often code is entered before it is translated. */
    private static final int ENTRIES = 10;

    /** How often a block of translated code is entered before it is compiled. */
    private static final int HEAT = 3000;

    private final LoopStrategy hot = new ClosureStrategy(HEAT);
    private final LoopStrategy cold = new SwitchStrategy(hot);

    @Override
    public String name() {
        return "tiered";
    }

    @Override
    public boolean allowsDirectCalls() {
        return true;
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        PyCode code = frame.code();
        if (code.translation() == null && !code.isEnteredMoreThan(ENTRIES)) {
            return cold.proceed(thread, frame, start);
        }
        return hot.proceed(thread, frame, start);
    }
}
