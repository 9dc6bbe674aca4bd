package org.pyvm.eval.strategy.chaos;

import java.util.List;
import java.util.SplittableRandom;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Moves frames between strategies at random: when they are entered or resumed, at polls (calls, jumps back), when a call
 * returns to them, and at handlers. The same seed and program give the same moves while one thread runs. A frame whose
 * state is not wholly in it at a safepoint shows as a program that prints something else, or fails.
 */
public final class ChaosStrategy extends LoopStrategy {
    /** One poll in so many asks for a move, on average; so does one return. */
    private static final int CALM = 6;

    private final List<LoopStrategy> strategies;
    /** Used under the interpreter's lock. */
    private final SplittableRandom random;

    private long moves;
    private boolean prepared;

    /**
     * @param strategies among which frames are moved
     * @param seed of the moves
     */
    public ChaosStrategy(List<LoopStrategy> strategies, long seed) {
        this.strategies = List.copyOf(strategies);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public String name() {
        return "chaos";
    }

    /** Frames that have been given to another strategy in their middle. */
    public long moves() {
        return moves;
    }

    @Override
    public void polled(ThreadState thread) {
        if (random.nextInt(CALM) == 0) {
            thread.askHandOver(true);
        }
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        if (!prepared) {
            prepared = true;
            // Polls are to be answered, which they are while somebody watches them.
            thread.interpreter().lock().setPollsWatched(true);
        }
        int offset = start;
        try {
            while (true) {
                thread.askHandOver(false);
                PyObject result =
                        strategies.get(random.nextInt(strategies.size())).proceed(thread, frame, offset);
                if (!HandOver.isGivenBack(result)) {
                    return result;
                }
                moves++;
                offset = thread.handOverAt;
            }
        } finally {
            // For the caller.
            thread.askHandOver(random.nextInt(CALM) == 0);
        }
    }
}
