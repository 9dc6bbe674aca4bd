package org.pyvm.compiler.internal.instructions;

import static org.pyvm.compiler.Opcode.PENDING;
import static org.pyvm.compiler.Opcode.opcode;

import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcode.Argument;
import org.pyvm.compiler.Opcode.Flag;

/** Jumps, iteration, blocks and exceptions. */
public final class ControlRows {
    private ControlRows() {}

    public static List<Opcode> jumps() {
        return List.of(
                opcode("JUMP_FORWARD", 110)
                        .argument(Argument.JUMP_FORWARD)
                        .endsBlock()
                        .means("Jumps.")
                        .build(),
                opcode("JUMP_ABSOLUTE", 113)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .endsBlock()
                        .means("Jumps; backwards it is a safepoint.")
                        .build(),
                opcode("POP_JUMP_IF_FALSE", 114)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .takes("condition")
                        .conditional()
                        .means("Jumps when the condition is false.")
                        .build(),
                opcode("POP_JUMP_IF_TRUE", 115)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .takes("condition")
                        .conditional()
                        .means("Jumps when the condition is true.")
                        .build(),
                opcode("JUMP_IF_FALSE_OR_POP", 111)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .takes("condition")
                        .givesOnJump("condition")
                        .conditional()
                        .means("Jumps and keeps the condition when it is false, drops it otherwise.")
                        .build(),
                opcode("JUMP_IF_TRUE_OR_POP", 112)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .takes("condition")
                        .givesOnJump("condition")
                        .conditional()
                        .means("Jumps and keeps the condition when it is true, drops it otherwise.")
                        .build(),
                opcode("GET_ITER", 68)
                        .takes("iterable")
                        .gives("iterator")
                        .means("The iterator of an iterable.")
                        .build(),
                opcode("FOR_ITER", 93)
                        .argument(Argument.JUMP_FORWARD)
                        .takes("iterator")
                        .gives("iterator", "next")
                        .givesOnJump()
                        .jumpsOnNull()
                        .means("The next item; when there is none, drops the iterator and jumps.")
                        .build());
    }

    public static List<Opcode> blocks() {
        return List.of(
                opcode("SETUP_LOOP", 120)
                        .argument(Argument.JUMP_FORWARD)
                        .flag(Flag.BLOCK_SETUP)
                        .flag(Flag.USES_BLOCKS)
                        .means("Pushes a loop block; BREAK_LOOP goes to its target.")
                        .build(),
                opcode("SETUP_EXCEPT", 121)
                        .argument(Argument.JUMP_FORWARD)
                        .flag(Flag.BLOCK_SETUP)
                        .flag(Flag.USES_BLOCKS)
                        .givesOnJump("old traceback", "old value", "old type", "traceback", "value", "type")
                        .means("Pushes an except block: an exception goes to its target.")
                        .build(),
                opcode("SETUP_FINALLY", 122)
                        .argument(Argument.JUMP_FORWARD)
                        .flag(Flag.BLOCK_SETUP)
                        .flag(Flag.USES_BLOCKS)
                        .givesOnJump(PENDING)
                        .means("Pushes a finally block: whatever leaves it goes to its target. There the stack holds"
                                + " what is pending: None (pushed by the code itself when the end was reached), a"
                                + " why-code (an int: break, silenced), a value and a why-code (return, continue),"
                                + " or the six items of an exception.")
                        .build(),
                opcode("SETUP_WITH", 143)
                        .argument(Argument.JUMP_FORWARD)
                        .flag(Flag.BLOCK_SETUP)
                        .flag(Flag.USES_BLOCKS)
                        .takes("manager")
                        .gives("exit", "result")
                        .givesOnJump("exit", PENDING)
                        .means("Looks up __enter__ and __exit__, replaces the manager by its bound __exit__, calls"
                                + " __enter__, pushes a finally block whose level is above exit, and pushes the"
                                + " result.")
                        .build(),
                opcode("SETUP_ASYNC_WITH", 154)
                        .argument(Argument.JUMP_FORWARD)
                        .flag(Flag.BLOCK_SETUP)
                        .flag(Flag.USES_BLOCKS)
                        .takes("result")
                        .gives("result")
                        .givesOnJump(PENDING)
                        .means("Pushes a finally block whose level is below the awaited result.")
                        .build(),
                opcode("BREAK_LOOP", 80)
                        .endsBlock()
                        .flag(Flag.USES_BLOCKS)
                        .means("Leaves the innermost loop block, through the handlers of the finally blocks inside.")
                        .build(),
                opcode("CONTINUE_LOOP", 119)
                        .argument(Argument.JUMP_ABSOLUTE)
                        .endsBlock()
                        .flag(Flag.USES_BLOCKS)
                        .means("Goes to the top of the innermost loop, through the handlers of the finally blocks"
                                + " inside.")
                        .build(),
                opcode("POP_BLOCK", 87)
                        .flag(Flag.USES_BLOCKS)
                        .means("Pops a block and drops what lies above its level.")
                        .build(),
                opcode("POP_EXCEPT", 89)
                        .takes("old traceback", "old value", "old type")
                        .flag(Flag.USES_BLOCKS)
                        .means("Pops the handler's block and makes the exception handled before the handled one again.")
                        .build(),
                opcode("END_FINALLY", 88)
                        .takes(PENDING)
                        .flag(Flag.TAKES_PENDING)
                        .flag(Flag.USES_BLOCKS)
                        .means("Goes on with what is pending: falls through for None, unwinds for a why-code, re-raises"
                                + " the exception as it is otherwise (no new context, no new traceback entry).")
                        .build(),
                opcode("WITH_CLEANUP_START", 81)
                        .takes("exit", PENDING)
                        .gives(PENDING, "exception", "result")
                        .flag(Flag.TAKES_PENDING)
                        .flag(Flag.USES_BLOCKS)
                        .means("Takes exit from under what is pending and calls it, with the exception's type, value"
                                + " and traceback or three times None; leaves the exception's type (or None) and"
                                + " the call's result above what is pending.")
                        .build(),
                opcode("WITH_CLEANUP_FINISH", 82)
                        .takes(PENDING, "exception", "result")
                        .gives(PENDING)
                        .flag(Flag.TAKES_PENDING)
                        .flag(Flag.USES_BLOCKS)
                        .means("When there was an exception and the result is true, pushes the why-code for silenced,"
                                + " by which END_FINALLY drops the exception.")
                        .build(),
                opcode("RAISE_VARARGS", 130)
                        .argument(Argument.COUNT)
                        .takesEach("exception cause", n -> n)
                        .endsBlock()
                        .means("0: raises the handled exception again; 1: raises; 2: raises with a cause.")
                        .build(),
                opcode("RETURN_VALUE", 83)
                        .takes("value")
                        .endsBlock()
                        .flag(Flag.USES_BLOCKS)
                        .means("Returns, through the handlers of the finally blocks around.")
                        .build());
    }
}
