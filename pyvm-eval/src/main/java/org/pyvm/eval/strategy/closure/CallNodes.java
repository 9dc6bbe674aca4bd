package org.pyvm.eval.strategy.closure;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.Arrays;
import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Tracing;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyStr;

/** Calls. Arguments go into the callee's frame, or to the entry for their number, without an array in between. */
final class CallNodes {
    private CallNodes() {}

    /** A call with positional arguments. */
    static Node call(Node callee, Node[] args, int pc) {
        if (callee instanceof Attributes.Load method) {
            return new MethodCall(method, args, pc);
        }
        return switch (args.length) {
            case 0 -> new Call0(callee, pc);
            case 1 -> new Call1(callee, args[0], pc);
            case 2 -> new Call2(callee, args[0], args[1], pc);
            case 3 -> new Call3(callee, args[0], args[1], args[2], pc);
            default -> new CallMany(callee, args, pc);
        };
    }

    private static PyObject run(ThreadState thread, Frame callee) {
        return thread.interpreter().evaluator.evaluate(thread, callee, null);
    }

    static PyObject invoke(ThreadState thread, PyObject callable) {
        if (callable instanceof PyFunction function) {
            Frame callee = function.frameFor(0, null, null, null, null);
            if (callee != null) {
                return run(thread, callee);
            }
        } else if (callable instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame callee = function.frameFor(1, method.self(), null, null, null);
            if (callee != null) {
                return run(thread, callee);
            }
        }
        if (thread.profileFunction() != null) {
            return Tracing.profiledCall(thread, callable, new PyObject[] {}, null);
        }
        return Calls.call(thread, callable);
    }

    static PyObject invoke(ThreadState thread, PyObject callable, PyObject a) {
        if (callable instanceof PyFunction function) {
            Frame callee = function.frameFor(1, a, null, null, null);
            if (callee != null) {
                return run(thread, callee);
            }
        } else if (callable instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame callee = function.frameFor(2, method.self(), a, null, null);
            if (callee != null) {
                return run(thread, callee);
            }
        }
        if (thread.profileFunction() != null) {
            return Tracing.profiledCall(thread, callable, new PyObject[] {a}, null);
        }
        return Calls.call(thread, callable, a);
    }

    static PyObject invoke(ThreadState thread, PyObject callable, PyObject a, PyObject b) {
        if (callable instanceof PyFunction function) {
            Frame callee = function.frameFor(2, a, b, null, null);
            if (callee != null) {
                return run(thread, callee);
            }
        } else if (callable instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame callee = function.frameFor(3, method.self(), a, b, null);
            if (callee != null) {
                return run(thread, callee);
            }
        }
        if (thread.profileFunction() != null) {
            return Tracing.profiledCall(thread, callable, new PyObject[] {a, b}, null);
        }
        return Calls.call(thread, callable, a, b);
    }

    static PyObject invoke(ThreadState thread, PyObject callable, PyObject a, PyObject b, PyObject c) {
        if (callable instanceof PyFunction function) {
            Frame callee = function.frameFor(3, a, b, c, null);
            if (callee != null) {
                return run(thread, callee);
            }
        } else if (callable instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame callee = function.frameFor(4, method.self(), a, b, c);
            if (callee != null) {
                return run(thread, callee);
            }
        }
        if (thread.profileFunction() != null) {
            return Tracing.profiledCall(thread, callable, new PyObject[] {a, b, c}, null);
        }
        return Calls.call(thread, callable, a, b, c);
    }

    static PyObject invoke(ThreadState thread, PyObject callable, PyObject[] args) {
        if (callable instanceof PyFunction function) {
            Frame callee = function.frameFor(null, args, 0, args.length);
            if (callee != null) {
                return run(thread, callee);
            }
        } else if (callable instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame callee = function.frameFor(method.self(), args, 0, args.length);
            if (callee != null) {
                return run(thread, callee);
            }
        }
        return FunctionCalls.callFunction(thread, callable, args);
    }

    static PyObject call(ThreadState thread, PyObject callable) {
        return afterCall(thread, invoke(thread, callable));
    }

    static PyObject call(ThreadState thread, PyObject callable, PyObject a) {
        return afterCall(thread, invoke(thread, callable, a));
    }

    static PyObject call(ThreadState thread, PyObject callable, PyObject a, PyObject b) {
        return afterCall(thread, invoke(thread, callable, a, b));
    }

    static PyObject call(ThreadState thread, PyObject callable, PyObject a, PyObject b, PyObject c) {
        return afterCall(thread, invoke(thread, callable, a, b, c));
    }

    static PyObject call(ThreadState thread, PyObject callable, PyObject[] values) {
        return afterCall(thread, invoke(thread, callable, values));
    }

    /** Calls what {@link MethodCall} found. @param self null when that is the function to call; else the first argument */
    static PyObject callMethod(ThreadState thread, PyObject method, PyObject self) {
        return afterCall(thread, self == null ? invoke(thread, method) : invoke(thread, method, self));
    }

    static PyObject callMethod(ThreadState thread, PyObject method, PyObject self, PyObject a) {
        return afterCall(thread, self == null ? invoke(thread, method, a) : invoke(thread, method, self, a));
    }

    static PyObject callMethod(ThreadState thread, PyObject method, PyObject self, PyObject a, PyObject b) {
        return afterCall(thread, self == null ? invoke(thread, method, a, b) : invoke(thread, method, self, a, b));
    }

    static PyObject callMethod(ThreadState thread, PyObject method, PyObject self, PyObject[] values) {
        if (self == null) {
            return afterCall(thread, invoke(thread, method, values));
        }
        PyObject[] all = new PyObject[values.length + 1];
        all[0] = self;
        System.arraycopy(values, 0, all, 1, values.length);
        return afterCall(thread, invoke(thread, method, all));
    }

    /** A call is a safepoint: what the callee alone has held can be collected there. */
    private static PyObject afterCall(ThreadState thread, PyObject result) {
        Safepoint.poll(thread);
        return result;
    }

    private static final class Call0 extends Node {
        private final Node callee;
        private final int pc;

        Call0(Node callee, int pc) {
            this.callee = callee;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            frame.lastInstruction = pc;
            return call(thread, callable);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            emitter.at(pc);
            emitter.call(CallNodes.class, "call", PyObject.class, ThreadState.class, PyObject.class);
        }
    }

    private static final class Call1 extends Node {
        private final Node callee;
        private final Node first;
        private final int pc;

        Call1(Node callee, Node first, int pc) {
            this.callee = callee;
            this.first = first;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject a = first.get(thread, frame);
            frame.lastInstruction = pc;
            return call(thread, callable, a);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            first.emit(emitter);
            emitter.at(pc);
            emitter.call(CallNodes.class, "call", PyObject.class, ThreadState.class, PyObject.class, PyObject.class);
        }
    }

    private static final class Call2 extends Node {
        private final Node callee;
        private final Node first;
        private final Node second;
        private final int pc;

        Call2(Node callee, Node first, Node second, int pc) {
            this.callee = callee;
            this.first = first;
            this.second = second;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject a = first.get(thread, frame);
            PyObject b = second.get(thread, frame);
            frame.lastInstruction = pc;
            return call(thread, callable, a, b);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            first.emit(emitter);
            second.emit(emitter);
            emitter.at(pc);
            emitter.call(
                    CallNodes.class,
                    "call",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    PyObject.class);
        }
    }

    private static final class Call3 extends Node {
        private final Node callee;
        private final Node first;
        private final Node second;
        private final Node third;
        private final int pc;

        Call3(Node callee, Node first, Node second, Node third, int pc) {
            this.callee = callee;
            this.first = first;
            this.second = second;
            this.third = third;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject a = first.get(thread, frame);
            PyObject b = second.get(thread, frame);
            PyObject c = third.get(thread, frame);
            frame.lastInstruction = pc;
            return call(thread, callable, a, b, c);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            first.emit(emitter);
            second.emit(emitter);
            third.emit(emitter);
            emitter.at(pc);
            emitter.call(
                    CallNodes.class,
                    "call",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    PyObject.class,
                    PyObject.class);
        }
    }

    private static final class CallMany extends Node {
        private final Node callee;
        private final Node[] args;
        private final int pc;

        CallMany(Node callee, Node[] args, int pc) {
            this.callee = callee;
            this.args = args;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject[] values = values(thread, frame, args);
            frame.lastInstruction = pc;
            return call(thread, callable, values);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            emitter.array(args);
            emitter.at(pc);
            emitter.call(CallNodes.class, "call", PyObject.class, ThreadState.class, PyObject.class, PyObject[].class);
        }
    }

    /** Evaluates nodes into a fresh array. */
    static PyObject[] values(ThreadState thread, Frame frame, Node[] nodes) {
        PyObject[] values = new PyObject[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = nodes[i].get(thread, frame);
        }
        return values;
    }

    /** {@code object.name(args)}: a method is called with the object as first argument, and never bound. */
    private static final class MethodCall extends Node {
        private final Node object;
        private final PyStr name;
        private final int attributePc;
        private final Node[] args;
        private final int pc;
        private AttributeCache cache;
        private int misses;

        MethodCall(Attributes.Load method, Node[] args, int pc) {
            this.object = method.object();
            this.name = method.name();
            this.attributePc = method.pc();
            this.args = args;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject self = object.get(thread, frame);
            frame.lastInstruction = attributePc;
            PyObject method = unbound(self);
            if (method == null) {
                method = bound(thread, self);
                self = null;
            }
            switch (args.length) {
                case 0 -> {
                    frame.lastInstruction = pc;
                    return callMethod(thread, method, self);
                }
                case 1 -> {
                    PyObject a = args[0].get(thread, frame);
                    frame.lastInstruction = pc;
                    return callMethod(thread, method, self, a);
                }
                case 2 -> {
                    PyObject a = args[0].get(thread, frame);
                    PyObject b = args[1].get(thread, frame);
                    frame.lastInstruction = pc;
                    return callMethod(thread, method, self, a, b);
                }
                default -> {
                    PyObject[] values = values(thread, frame, args);
                    frame.lastInstruction = pc;
                    return callMethod(thread, method, self, values);
                }
            }
        }

        /** The method to call with the object as first argument, or null when there is none to be called so. */
        PyObject unbound(PyObject self) {
            AttributeCache known = cache;
            return known == null ? null : known.unboundMethod(self);
        }

        /** The attribute, as any access gives it. */
        PyObject bound(ThreadState thread, PyObject self) {
            AttributeCache known = cache;
            PyObject callable = known == null ? null : known.load(thread, self);
            if (callable != null) {
                return callable;
            }
            if (misses < Attributes.PATIENCE) {
                misses++;
                cache = AttributeCache.joined(AttributeCache.ofLoad(self, name), known);
            }
            return AttributeAccess.loadAttr(thread, self, name);
        }

        @Override
        void emit(Emitter emitter) {
            CodeBuilder code = emitter.code();
            int self = emitter.variable();
            int method = emitter.variable();
            Label found = code.newLabel();
            object.emit(emitter);
            code.astore(self);
            emitter.at(attributePc);
            emitter.constant(this);
            code.aload(self);
            emitter.callOn(this, "unbound", PyObject.class, PyObject.class);
            code.dup().astore(method).ifnonnull(found);
            emitter.constant(this).thread();
            code.aload(self);
            emitter.callOn(this, "bound", PyObject.class, ThreadState.class, PyObject.class);
            code.astore(method).aconst_null().astore(self);
            code.labelBinding(found);
            emitter.thread();
            emitter.take(method);
            emitter.take(self);
            emitArguments(emitter);
        }

        private void emitArguments(Emitter emitter) {
            int count = args.length;
            if (count > 2) {
                emitter.array(args);
            } else {
                for (Node arg : args) {
                    arg.emit(emitter);
                }
            }
            emitter.at(pc);
            Class<?>[] types = new Class<?>[count > 2 ? 4 : 3 + count];
            Arrays.fill(types, PyObject.class);
            types[0] = ThreadState.class;
            if (count > 2) {
                types[3] = PyObject[].class;
            }
            emitter.call(CallNodes.class, "callMethod", PyObject.class, types);
        }
    }

    /** A call with keyword arguments; the names are a constant. */
    static final class KeywordCall extends Node {
        private final Node callee;
        private final Node[] args;
        private final Node names;
        private final int pc;

        KeywordCall(Node callee, Node[] args, Node names, int pc) {
            this.callee = callee;
            this.args = args;
            this.names = names;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject[] values = values(thread, frame, args);
            PyObject keywords = names.get(thread, frame);
            frame.lastInstruction = pc;
            return call(thread, callable, values, keywords);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            callee.emit(emitter);
            emitter.array(args);
            names.emit(emitter);
            emitter.at(pc);
            emitter.call(
                    KeywordCall.class,
                    "call",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject[].class,
                    PyObject.class);
        }

        static PyObject call(ThreadState thread, PyObject callable, PyObject[] values, PyObject keywords) {
            return afterCall(thread, FunctionCalls.callFunctionKw(thread, callable, values, keywords));
        }
    }
}
