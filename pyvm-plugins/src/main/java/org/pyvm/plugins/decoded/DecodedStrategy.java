package org.pyvm.plugins.decoded;

import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Decodes wordcode once and runs what it has decoded: prefixes are folded into the arguments, so that the loop knows none. What
 * an instruction means is left to {@link Instructions}, and what is around a loop to {@link LoopStrategy}.
 */
final class DecodedStrategy extends LoopStrategy {
    /** Instructions by half their offset, in arrays side by side; a prefix stands for the instruction that it is part of. */
    private record Decoded(byte[] opcodes, int[] arguments, int[] offsets) {}

    @Override
    public String name() {
        return "decoded";
    }

    private static Decoded of(PyCode code) {
        if (code.strategyData() instanceof Decoded known) {
            return known;
        }
        Decoded decoded = decode(code.code().code());
        code.setStrategyData(decoded);
        return decoded;
    }

    private static Decoded decode(byte[] words) {
        InstructionSet table = InstructionSet.python();
        int prefix = table.number("EXTENDED_ARG");
        int count = words.length / 2;
        var decoded = new Decoded(new byte[count], new int[count], new int[count]);
        for (int first = 0, last; first < count; first = last + 1) {
            last = first;
            int argument = words[2 * last + 1] & 0xFF;
            while ((words[2 * last] & 0xFF) == prefix) {
                last++;
                argument = argument << 8 | words[2 * last + 1] & 0xFF;
            }
            for (int i = first; i <= last; i++) {
                decoded.opcodes[i] = words[2 * last];
                decoded.arguments[i] = argument;
                decoded.offsets[i] = 2 * last;
            }
        }
        return decoded;
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        Decoded code = of(frame.code());
        int offset = start;
        while (offset >= 0) {
            if (thread.stepping) {
                if (thread.isHandOverAsked()) {
                    return HandOver.at(thread, offset);
                }
                offset = Tracing.beforeInstruction(thread, frame, offset);
            }
            offset = step(thread, frame, code, offset >> 1);
        }
        PyObject value = frame.slots[--frame.stackTop];
        frame.slots[frame.stackTop] = null;
        if (offset == Instructions.LEAVE) {
            frame.finish();
        }
        return value;
    }

    private static int step(ThreadState thread, Frame frame, Decoded code, int at) {
        int offset = code.offsets[at];
        frame.lastInstruction = offset;
        return Instructions.execute(thread, frame, code.opcodes[at] & 0xFF, code.arguments[at], offset + 2);
    }
}
