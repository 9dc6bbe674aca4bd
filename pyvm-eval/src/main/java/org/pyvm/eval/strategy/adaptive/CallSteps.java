package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.FunctionEntry;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyStr;

/** Calls. Arguments go from where they are into the frame of the callee. */
final class CallSteps {
    /** Arguments that are passed without an array. */
    static final int MOST_ARGUMENTS = 3;

    private CallSteps() {}

    /** CALL_FUNCTION with few arguments; looks at what it calls first. */
    static class Call extends ValueStep {
        final Operand callee;
        private final Operand[] args;
        final Operand a;
        final Operand b;
        final Operand c;
        final int count;
        private int misses;

        Call(Operand callee, Operand[] args) {
            this.callee = callee;
            this.args = args;
            count = args.length;
            a = count > 0 ? args[0] : null;
            b = count > 1 ? args[1] : null;
            c = count > 2 ? args[2] : null;
        }

        Call(Call like) {
            this(like.callee, like.args);
            misses = like.misses;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject callable = callee.get(thread, frame, slots);
            replaceBy(special(this, callable));
            return general(thread, frame, slots, callable);
        }

        final int general(ThreadState thread, Frame frame, PyObject[] slots, PyObject callable) {
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            FunctionEntry entry = FunctionEntry.of(callable);
            PyObject result = switch (count) {
                case 0 -> entry.call(thread, callable);
                case 1 -> entry.call(thread, callable, first);
                case 2 -> entry.call(thread, callable, first, second);
                default -> entry.call(thread, callable, first, second, third);
            };
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }

        final int missed(ThreadState thread, Frame frame, PyObject[] slots, PyObject callable) {
            if (++misses == PATIENCE) {
                replaceBy(new CallAny(this));
            }
            return general(thread, frame, slots, callable);
        }
    }

    private static Call special(Call of, PyObject callable) {
        if (callable instanceof PyFunction) {
            return new CallFunction(of);
        }
        if (callable instanceof PyMethod) {
            return new CallBound(of);
        }
        return callable instanceof PyType ? new CallAny(of) : new CallBuiltin(of);
    }

    /** Of whatever there is. */
    private static final class CallAny extends Call {
        CallAny(Call like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            return general(thread, frame, slots, callee.get(thread, frame, slots));
        }
    }

    /** Of Python functions that take their arguments by position. */
    private static final class CallFunction extends Call {
        CallFunction(Call like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject callable = callee.get(thread, frame, slots);
            if (!(callable instanceof PyFunction function)) {
                return missed(thread, frame, slots, callable);
            }
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            Frame called = function.frameFor(count, first, second, third, null);
            if (called == null) {
                return missed(thread, frame, slots, callable);
            }
            PyObject result = function.run(thread, called);
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }
    }

    /** Of methods of Python classes that are bound already. */
    private static final class CallBound extends Call {
        CallBound(Call like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject callable = callee.get(thread, frame, slots);
            if (!(callable instanceof PyMethod method) || !(method.function() instanceof PyFunction function)) {
                return missed(thread, frame, slots, callable);
            }
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            Frame called = function.frameFor(count + 1, method.self(), first, second, third);
            if (called == null) {
                return missed(thread, frame, slots, callable);
            }
            PyObject result = function.run(thread, called);
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }
    }

    /** Of what is written in Java, most likely. */
    private static final class CallBuiltin extends Call {
        CallBuiltin(Call like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject callable = callee.get(thread, frame, slots);
            if (thread.profileFunction() != null || callable instanceof PyFunction) {
                return missed(thread, frame, slots, callable);
            }
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            PyObject result = switch (count) {
                case 0 -> Calls.call(thread, callable);
                case 1 -> Calls.call(thread, callable, first);
                case 2 -> Calls.call(thread, callable, first, second);
                default -> Calls.call(thread, callable, first, second, third);
            };
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }
    }

    static PyObject[] values(Frame frame, PyObject[] slots, Operand[] operands) {
        PyObject[] values = new PyObject[operands.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operands[i].get(frame, slots);
        }
        return values;
    }

    /** CALL_FUNCTION with many arguments, CALL_FUNCTION_KW. */
    static final class CallMany extends ValueStep {
        private final Operand callee;
        private final Operand[] args;
        /** Null for none. */
        private final PyStr[] keywords;

        CallMany(Operand callee, Operand[] args, PyStr[] keywords) {
            this.callee = callee;
            this.args = args;
            this.keywords = keywords;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject callable = callee.get(thread, frame, slots);
            PyObject[] values = values(frame, slots, args);
            frame.lastInstruction = offset;
            PyObject result = keywords == null
                    ? FunctionEntry.call(thread, callable, values)
                    : FunctionCalls.call(thread, callable, values, keywords);
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }
    }

    /** LOAD_ATTR and CALL_FUNCTION with nothing but loads between: a method is called with its object, and not bound. */
    static final class CallMethod extends ValueStep {
        private final Operand object;
        private final int attributeOffset;
        private final AttributeSteps.LoadCache cache;
        private final Operand a;
        private final Operand b;
        private final Operand c;
        private final int count;

        CallMethod(Operand object, PyStr name, int attributeOffset, Operand[] args) {
            this.object = object;
            this.attributeOffset = attributeOffset;
            cache = new AttributeSteps.LoadCache(name);
            count = args.length;
            a = count > 0 ? args[0] : null;
            b = count > 1 ? args[1] : null;
            c = count > 2 ? args[2] : null;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject self = object.get(thread, frame, slots);
            frame.lastInstruction = attributeOffset;
            PyObject method = thread.observed ? null : cache.unboundMethod(self);
            if (method == null) {
                return callAttribute(thread, frame, slots, self);
            }
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            PyObject result;
            Frame called = method instanceof PyFunction function
                    ? function.frameFor(count + 1, self, first, second, third)
                    : null;
            if (called != null) {
                result = ((PyFunction) method).run(thread, called);
            } else {
                result = switch (count) {
                    case 0 -> Calls.call(thread, method, self);
                    case 1 -> Calls.call(thread, method, self, first);
                    case 2 -> Calls.call(thread, method, self, first, second);
                    default -> Calls.call(thread, method, new PyObject[] {self, first, second, third}, null);
                };
            }
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }

        private int callAttribute(ThreadState thread, Frame frame, PyObject[] slots, PyObject self) {
            PyObject callable = cache.load(thread, self);
            PyObject first = count > 0 ? a.get(frame, slots) : null;
            PyObject second = count > 1 ? b.get(frame, slots) : null;
            PyObject third = count > 2 ? c.get(frame, slots) : null;
            frame.lastInstruction = offset;
            FunctionEntry entry = FunctionEntry.of(callable);
            PyObject result = switch (count) {
                case 0 -> entry.call(thread, callable);
                case 1 -> entry.call(thread, callable, first);
                case 2 -> entry.call(thread, callable, first, second);
                default -> entry.call(thread, callable, first, second, third);
            };
            Safepoint.poll(thread);
            return done(thread, frame, slots, result);
        }
    }
}
