package org.pyvm.eval.semantics;

import java.util.Arrays;
import org.pyvm.eval.Frame;
import org.pyvm.eval.FunctionEntry;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyMethod;

/** CALL_FUNCTION for loops that keep the value stack's top to themselves: arguments go from the stack to where they are wanted. */
public final class StackCalls {
    private StackCalls() {}

    /** Calls the function below {@code count} arguments by the entry for that many. */
    public static PyObject call(ThreadState thread, PyObject[] stack, int sp, int count) {
        PyObject callable = stack[sp - count - 1];
        if (callable instanceof PyMethod method) {
            if (method.function() instanceof PyFunction function) {
                Frame frame = function.frameFor(method.self(), stack, sp - count, count);
                if (frame != null) {
                    return function.run(thread, frame);
                }
            }
        } else if (callable instanceof PyFunction function) {
            Frame frame = function.frameFor(null, stack, sp - count, count);
            if (frame != null) {
                return function.run(thread, frame);
            }
        } else if (callable instanceof PyType && count <= 3) {
            return instantiate(thread, callable, stack, sp, count);
        }
        if (thread.profileFunction() != null) {
            return Tracing.profiledCall(thread, callable, Arrays.copyOfRange(stack, sp - count, sp), null);
        }
        return switch (count) {
            case 0 -> Calls.call(thread, callable);
            case 1 -> Calls.call(thread, callable, stack[sp - 1]);
            case 2 -> Calls.call(thread, callable, stack[sp - 2], stack[sp - 1]);
            case 3 -> Calls.call(thread, callable, stack[sp - 3], stack[sp - 2], stack[sp - 1]);
            default -> Calls.call(thread, callable, Arrays.copyOfRange(stack, sp - count, sp), null);
        };
    }

    /** Arguments of a class go to its {@code __init__} without an array, if that is a function. */
    private static PyObject instantiate(ThreadState thread, PyObject type, PyObject[] stack, int sp, int count) {
        FunctionEntry entry = FunctionEntry.of(type);
        return switch (count) {
            case 0 -> entry.call(thread, type);
            case 1 -> entry.call(thread, type, stack[sp - 1]);
            case 2 -> entry.call(thread, type, stack[sp - 2], stack[sp - 1]);
            default -> entry.call(thread, type, stack[sp - 3], stack[sp - 2], stack[sp - 1]);
        };
    }

    /** The top items in a fresh array, bottom first; the places are cleared. */
    public static PyObject[] take(PyObject[] stack, int sp, int count) {
        PyObject[] items = Arrays.copyOfRange(stack, sp - count, sp);
        Arrays.fill(stack, sp - count, sp, null);
        return items;
    }
}
