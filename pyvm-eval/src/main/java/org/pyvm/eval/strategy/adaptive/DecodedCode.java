package org.pyvm.eval.strategy.adaptive;

import java.util.List;
import org.pyvm.objects.PyCode;

/** The steps of one code object, some of which are replaced while they run. Used under the interpreter's lock. */
final class DecodedCode {
    private static final DecodedCode NONE = new DecodedCode(List.of(), new int[0]);

    final Step[] steps;
    /** The step at half an offset; -1 where code cannot be entered, the value stack not being in the frame. */
    private final int[] entries;

    DecodedCode(List<Step> steps, int[] entries) {
        this.steps = steps.toArray(Step[]::new);
        this.entries = entries;
        for (Step step : steps) {
            step.code = this;
            step.resolve();
        }
    }

    /** The steps of a code object; null when another strategy is to run it. */
    static DecodedCode of(PyCode code) {
        if (!(code.quickened instanceof DecodedCode known)) {
            DecodedCode made = Decoder.decode(code);
            code.quickened = made == null ? NONE : made;
            return made;
        }
        return known == NONE ? null : known;
    }

    /** The step at an offset, negative for none. */
    int entry(int offset) {
        return entries[offset >> 1];
    }
}
