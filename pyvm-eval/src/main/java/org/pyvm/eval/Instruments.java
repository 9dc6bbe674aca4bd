package org.pyvm.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * The instruments of an interpreter. Without any, frames run as fast as ever: strategies test one flag of the thread, as
 * they do for {@code sys.settrace}.
 */
public final class Instruments {
    private volatile Instrument[] installed = {};

    private Instruments() {}

    /**
     * Has an instrument watch all threads. Frames that run already are watched from their next instruction on, but those
     * of {@code closure} and {@code tiered} from the end of a statement or block. To be called by a thread that holds the
     * interpreter's lock, or before the interpreter runs anything.
     */
    public static synchronized void install(InterpreterState interpreter, Instrument instrument) {
        Instruments all = interpreter.service(Instruments.class, Instruments::new);
        Instrument[] now = Arrays.copyOf(all.installed, all.installed.length + 1);
        now[now.length - 1] = instrument;
        all.installed = now;
        interpreter.setInstrumented(true);
    }

    /** Takes an instrument away; one that is not installed is none's loss. */
    public static synchronized void remove(InterpreterState interpreter, Instrument instrument) {
        Instruments all = interpreter.service(Instruments.class, Instruments::new);
        List<Instrument> left = new ArrayList<>(List.of(all.installed));
        left.remove(instrument);
        all.installed = left.toArray(Instrument[]::new);
        interpreter.setInstrumented(!left.isEmpty());
    }

    private static void tell(ThreadState thread, Consumer<Instrument> event) {
        if (thread.instrumentRuns) {
            return;
        }
        thread.instrumentRuns = true;
        try {
            for (Instrument instrument : thread.interpreter().service(Instruments.class).installed) {
                event.accept(instrument);
            }
        } finally {
            thread.instrumentRuns = false;
        }
    }

    static void entered(ThreadState thread, Frame frame) {
        tell(thread, instrument -> instrument.entered(thread, frame));
    }

    /** @param lines that control passes on its way to the instruction */
    static void before(ThreadState thread, Frame frame, int[] lines, int offset) {
        if (thread.instrumentRuns) {
            return;
        }
        after(thread, frame, opcodeAt(frame, offset));
        for (int line : lines) {
            tell(thread, instrument -> instrument.line(thread, frame, line));
        }
        int pc = opcodeAt(frame, offset);
        int opcode = frame.code().code().code()[pc] & 0xFF;
        int argument = argumentAt(frame, pc);
        tell(thread, instrument -> instrument.before(thread, frame, pc, opcode, argument));
        calling(thread, frame, opcode, argument);
        frame.traced().openInstruction = pc;
    }

    private static void after(ThreadState thread, Frame frame, int next) {
        int pc = frame.traced().openInstruction;
        if (pc >= 0) {
            frame.traced().openInstruction = -1;
            int opcode = frame.code().code().code()[pc] & 0xFF;
            int argument = argumentAt(frame, pc);
            tell(thread, instrument -> instrument.after(thread, frame, pc, opcode, argument, next));
        }
    }

    private static int opcodeAt(Frame frame, int offset) {
        byte[] words = frame.code().code().code();
        int pc = offset;
        while ((words[pc] & 0xFF) == Opcodes.EXTENDED_ARG) {
            pc += 2;
        }
        return pc;
    }

    private static int argumentAt(Frame frame, int pc) {
        byte[] words = frame.code().code().code();
        int argument = words[pc + 1] & 0xFF;
        for (int at = pc - 2, shift = 8; at >= 0 && (words[at] & 0xFF) == Opcodes.EXTENDED_ARG; at -= 2, shift += 8) {
            argument |= (words[at + 1] & 0xFF) << shift;
        }
        return argument;
    }

    private static void calling(ThreadState thread, Frame frame, int opcode, int argument) {
        PyObject[] stack = frame.slots;
        int top = frame.stackTop;
        switch (opcode) {
            case Opcodes.CALL_FUNCTION ->
                calling(
                        thread,
                        frame,
                        stack[top - argument - 1],
                        Arrays.copyOfRange(stack, top - argument, top),
                        new PyStr[0]);
            case Opcodes.CALL_FUNCTION_KW -> {
                PyObject[] names = ((PyTuple) stack[top - 1]).toArray();
                calling(
                        thread,
                        frame,
                        stack[top - argument - 2],
                        Arrays.copyOfRange(stack, top - argument - 1, top - 1),
                        Arrays.copyOf(names, names.length, PyStr[].class));
            }
            case Opcodes.CALL_FUNCTION_EX -> {
                boolean keywords = (argument & 1) != 0;
                int args = keywords ? top - 2 : top - 1;
                callingEx(thread, frame, stack[args - 1], stack[args], keywords ? stack[top - 1] : null);
            }
            default -> {}
        }
    }

    private static void callingEx(
            ThreadState thread, Frame frame, PyObject callable, PyObject args, PyObject keywords) {
        List<PyObject> values = new ArrayList<>();
        if (args instanceof PyTuple tuple) {
            values.addAll(List.of(tuple.toArray()));
        } else if (args instanceof PyList list) {
            values.addAll(List.of(list.toArray()));
        }
        List<PyStr> names = new ArrayList<>();
        if (keywords instanceof PyDict dict) {
            for (int at = dict.nextEntry(0); at >= 0; at = dict.nextEntry(at + 1)) {
                if (dict.keyAt(at) instanceof PyStr name) {
                    names.add(name);
                    values.add(dict.valueAt(at));
                }
            }
        }
        calling(thread, frame, callable, values.toArray(PyObject[]::new), names.toArray(PyStr[]::new));
    }

    private static void calling(
            ThreadState thread, Frame frame, PyObject callable, PyObject[] arguments, PyStr[] names) {
        tell(thread, instrument -> instrument.calling(thread, frame, callable, arguments.clone(), names.clone()));
    }

    static void returned(ThreadState thread, Frame frame, PyObject value) {
        if (frame.isSuspended()) {
            after(thread, frame, Instructions.SUSPEND);
            tell(thread, instrument -> instrument.yielded(thread, frame, value));
        } else {
            after(thread, frame, Instructions.LEAVE);
            tell(thread, instrument -> instrument.returned(thread, frame, value));
        }
    }

    static void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        frame.traced().openInstruction = -1;
        tell(thread, instrument -> instrument.raised(thread, frame, exception));
    }

    static void unwound(ThreadState thread, Frame frame, int why, int kind, int target) {
        if (thread.interpreter().isInstrumented()) {
            tell(thread, instrument -> instrument.unwound(thread, frame, why, kind, target));
        }
    }

    static void left(ThreadState thread, Frame frame) {
        frame.traced().openInstruction = -1;
        tell(thread, instrument -> instrument.left(thread, frame));
    }

    /** For the code behind {@code __build_class__}. */
    public static void building(ThreadState thread, PyStr name, Instrument.ClassStep step, PyObject value) {
        if (thread.interpreter().isInstrumented()) {
            tell(thread, instrument -> instrument.building(thread, name, step, value));
        }
    }

    static void polled(ThreadState thread) {
        tell(thread, instrument -> instrument.polled(thread, (Frame) thread.frame));
    }
}
