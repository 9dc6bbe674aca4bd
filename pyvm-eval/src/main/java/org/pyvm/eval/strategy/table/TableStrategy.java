package org.pyvm.eval.strategy.table;

import static org.pyvm.compiler.Opcodes.EXTENDED_ARG;

import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Fetches, calls the opcode's handler, repeats. */
public final class TableStrategy extends LoopStrategy {
    private final Handler[] handlers = Handlers.table();

    @Override
    public String name() {
        return "table";
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        byte[] words = frame.code().code().code();
        Handler[] table = handlers;
        int pc = start;
        while (true) {
            if (thread.stepping) {
                if (thread.isHandOverAsked()) {
                    return HandOver.at(thread, pc);
                }
                pc = Tracing.beforeInstruction(thread, frame, pc);
            }
            frame.lastInstruction = pc;
            int opcode = words[pc] & 0xFF;
            int argument = words[pc + 1] & 0xFF;
            while (opcode == EXTENDED_ARG) {
                pc += 2;
                opcode = words[pc] & 0xFF;
                argument = argument << 8 | words[pc + 1] & 0xFF;
                frame.lastInstruction = pc;
            }
            pc = table[opcode].execute(thread, frame, argument, pc + 2);
            if (pc < 0) {
                PyObject value = frame.slots[--frame.stackTop];
                frame.slots[frame.stackTop] = null;
                if (pc == Instructions.LEAVE) {
                    frame.finish();
                }
                return value;
            }
        }
    }
}
