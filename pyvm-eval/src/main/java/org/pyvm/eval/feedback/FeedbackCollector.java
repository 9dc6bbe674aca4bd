package org.pyvm.eval.feedback;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.PyFunction;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStr;

/** Writes down what instructions see as they run. */
public final class FeedbackCollector implements Instrument {
    /** Operands looked at, from the top: the operators have two or three, a call's arguments are its callee's business. */
    private static final int OPERANDS = 3;

    private final Feedback feedback;
    private final String file;
    private final Map<Object, Place.Target> targets = new IdentityHashMap<>();
    private final Map<String, Place.Target> builtins = new HashMap<>();

    /** @param file only code of this source file is watched; null for all */
    public FeedbackCollector(Feedback feedback, String file) {
        this.feedback = feedback;
        this.file = file;
    }

    private boolean concerns(Frame frame) {
        return file == null || file.equals(frame.code().code().fileName());
    }

    @Override
    public void entered(ThreadState thread, Frame frame) {
        if (concerns(frame)) {
            feedback.watched(frame.code().code()).entries++;
        }
    }

    @Override
    public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
        if (!concerns(frame)) {
            return;
        }
        Place place = feedback.watched(frame.code().code()).reached(pc);
        place.runs++;
        Opcode row = InstructionSet.python().opcode(opcode);
        if (row == null || !seesTypes(opcode, row)) {
            return;
        }
        int count = Math.min(row.pops(argument), OPERANDS);
        for (int i = 0; i < count; i++) {
            int at = frame.stackTop - count + i;
            PyObject operand = at >= frame.code().stackBase() ? frame.slots[at] : null;
            if (operand != null) {
                place.operand(i, operand.type());
            }
        }
    }

    /** Whether what an instruction does depends on the types of its operands. */
    private static boolean seesTypes(int opcode, Opcode row) {
        return switch (opcode) {
            case Opcodes.LOAD_ATTR,
                    Opcodes.STORE_ATTR,
                    Opcodes.STORE_SUBSCR,
                    Opcodes.COMPARE_OP,
                    Opcodes.GET_ITER,
                    Opcodes.FOR_ITER,
                    Opcodes.UNPACK_SEQUENCE,
                    Opcodes.POP_JUMP_IF_FALSE,
                    Opcodes.POP_JUMP_IF_TRUE -> true;
            default ->
                row.name().startsWith("BINARY_")
                        || row.name().startsWith("INPLACE_")
                        || row.name().startsWith("UNARY_");
        };
    }

    @Override
    public void after(ThreadState thread, Frame frame, int pc, int opcode, int argument, int next) {
        Opcode row = InstructionSet.python().opcode(opcode);
        if (row != null && row.isConditionalJump() && next != pc + 2 && concerns(frame)) {
            feedback.watched(frame.code().code()).reached(pc).jumps++;
        }
    }

    @Override
    public void calling(ThreadState thread, Frame frame, PyObject callable, PyObject[] arguments, PyStr[] names) {
        if (concerns(frame)) {
            feedback.watched(frame.code().code()).reached(frame.lastInstruction).target(target(callable));
        }
    }

    /** One object for each function, type and kind of other callable. */
    private Place.Target target(PyObject callable) {
        PyObject function = callable instanceof PyMethod method ? method.function() : callable;
        return switch (function) {
            case PyFunction python ->
                targets.computeIfAbsent(
                        python.code().code(),
                        code -> new Place.Target(
                                python.code().code().qualName(), python.code().code(), python.type()));
            case PyType type -> targets.computeIfAbsent(type, t -> new Place.Target(type.name(), null, type.type()));
            case PyBuiltinFunction builtin -> builtin(builtin.name(), builtin.type());
            case PyMethodDescriptor method -> builtin(method.name(), method.type());
            default ->
                targets.computeIfAbsent(
                        function.type(),
                        type -> new Place.Target(function.type().name(), null, function.type()));
        };
    }

    /** Bound methods are new objects each time: those of one name are one target. */
    private Place.Target builtin(String name, PyType type) {
        return builtins.computeIfAbsent(name, n -> new Place.Target(n, null, type));
    }
}
