package org.pyvm.eval.strategy.closure;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.pyvm.eval.AttributeCache;
import org.pyvm.eval.Frame;
import org.pyvm.eval.FunctionEntry;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.semantics.AttributeAccess;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Shape;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Calls. Arguments go into the callee's frame, or to the entry for their number, without an array in between. */
final class CallNodes {
    /** Arguments besides self that a call hands over one by one. */
    private static final int MOST_ARGUMENTS = 3;

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

    static PyObject call(ThreadState thread, PyObject callable, PyObject[] values) {
        return afterCall(thread, FunctionEntry.call(thread, callable, values));
    }

    /** Calls what {@link MethodCall} found. @param self null when that is the function to call; else the first argument */
    static PyObject callMethod(ThreadState thread, PyObject method, PyObject self, PyObject[] values) {
        if (self == null) {
            return call(thread, method, values);
        }
        PyObject[] all = new PyObject[values.length + 1];
        all[0] = self;
        System.arraycopy(values, 0, all, 1, values.length);
        return call(thread, method, all);
    }

    /** The entry for what {@link MethodCall} found. */
    static FunctionEntry entry(PyObject method, PyObject self) {
        return self == null ? FunctionEntry.BOUND : FunctionEntry.of(method);
    }

    /** Calls the entry on the operand stack, with the thread, the callee and so many arguments above it. */
    private static void emitCall(Emitter emitter, int count) {
        Class<?>[] types = new Class<?>[count + 2];
        Arrays.fill(types, PyObject.class);
        types[0] = ThreadState.class;
        emitter.callVirtual(FunctionEntry.class, "call", PyObject.class, types);
        emitter.thread();
        emitter.call(Safepoint.class, "poll", void.class, ThreadState.class);
    }

    /** Pushes what is called, its entry below it. */
    private static void emitCallee(Emitter emitter, Node callee) {
        callee.emit(emitter);
        emitter.code().dup();
        emitter.call(FunctionEntry.class, "of", FunctionEntry.class, PyObject.class);
        emitter.code().swap();
        emitter.thread();
        emitter.code().swap();
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
            return afterCall(thread, FunctionEntry.of(callable).call(thread, callable));
        }

        @Override
        void emit(Emitter emitter) {
            emitCallee(emitter, callee);
            emitter.at(pc);
            emitCall(emitter, 0);
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
            return afterCall(thread, FunctionEntry.of(callable).call(thread, callable, a));
        }

        @Override
        void emit(Emitter emitter) {
            emitCallee(emitter, callee);
            first.emit(emitter);
            emitter.at(pc);
            emitCall(emitter, 1);
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
            return afterCall(thread, FunctionEntry.of(callable).call(thread, callable, a, b));
        }

        @Override
        void emit(Emitter emitter) {
            emitCallee(emitter, callee);
            first.emit(emitter);
            second.emit(emitter);
            emitter.at(pc);
            emitCall(emitter, 2);
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
            return afterCall(thread, FunctionEntry.of(callable).call(thread, callable, a, b, c));
        }

        @Override
        void emit(Emitter emitter) {
            emitCallee(emitter, callee);
            first.emit(emitter);
            second.emit(emitter);
            third.emit(emitter);
            emitter.at(pc);
            emitCall(emitter, 3);
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
                    return afterCall(thread, entry(method, self).call(thread, method, self));
                }
                case 1 -> {
                    PyObject a = args[0].get(thread, frame);
                    frame.lastInstruction = pc;
                    return afterCall(thread, entry(method, self).call(thread, method, self, a));
                }
                case 2 -> {
                    PyObject a = args[0].get(thread, frame);
                    PyObject b = args[1].get(thread, frame);
                    frame.lastInstruction = pc;
                    return afterCall(thread, entry(method, self).call(thread, method, self, a, b));
                }
                case 3 -> {
                    PyObject a = args[0].get(thread, frame);
                    PyObject b = args[1].get(thread, frame);
                    PyObject c = args[2].get(thread, frame);
                    frame.lastInstruction = pc;
                    return afterCall(thread, entry(method, self).call(thread, method, self, a, b, c));
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
            for (AttributeCache known = emitter.isCompact() ? null : cache; known != null; known = known.others()) {
                emitKnown(emitter, known, self);
                code.dup().astore(method).ifnonnull(found);
            }
            // Kinds of objects that came after the compilation.
            emitter.constant(this);
            code.aload(self);
            emitter.callOn(this, "unbound", PyObject.class, PyObject.class);
            code.dup().astore(method).ifnonnull(found);
            emitter.constant(this).thread();
            code.aload(self);
            emitter.callOn(this, "bound", PyObject.class, ThreadState.class, PyObject.class);
            code.astore(method).aconst_null().astore(self);
            code.labelBinding(found);
            if (args.length <= MOST_ARGUMENTS) {
                code.aload(method).aload(self);
                emitter.call(CallNodes.class, "entry", FunctionEntry.class, PyObject.class, PyObject.class);
            }
            emitter.thread();
            emitter.take(method);
            emitter.take(self);
            if (args.length <= MOST_ARGUMENTS) {
                for (Node arg : args) {
                    arg.emit(emitter);
                }
                emitter.at(pc);
                emitCall(emitter, args.length + 1);
            } else {
                emitter.array(args);
                emitter.at(pc);
                emitter.call(
                        CallNodes.class,
                        "callMethod",
                        PyObject.class,
                        ThreadState.class,
                        PyObject.class,
                        PyObject.class,
                        PyObject[].class);
            }
        }
    }

    /** Pushes the method that a kind of objects has, or null for another object. */
    private static void emitKnown(Emitter emitter, AttributeCache known, int self) {
        if (!known.isMethod()) {
            emitter.constant(known);
            emitter.code().aload(self);
            emitter.callOn(known, "ownUnboundMethod", PyObject.class, PyObject.class);
        } else if (known.shape() == null) {
            emitter.code().aload(self);
            emitter.constant(known.version()).constant(known.value());
            emitter.call(
                    AttributeCache.class,
                    "methodOfType",
                    PyObject.class,
                    PyObject.class,
                    Object.class,
                    WeakReference.class);
        } else {
            emitter.code().aload(self);
            emitter.constant(known.shape()).constant(known.version()).constant(known.value());
            emitter.call(
                    AttributeCache.class,
                    "method",
                    PyObject.class,
                    PyObject.class,
                    Shape.class,
                    Object.class,
                    WeakReference.class);
        }
    }

    /** A call with keyword arguments. */
    static final class KeywordCall extends Node {
        private final Node callee;
        private final Node[] args;
        private final Node names;
        /** The names, which are a constant but for code that no compiler has made; then null. */
        private final PyStr[] keywords;

        private final int pc;

        KeywordCall(Node callee, Node[] args, Node names, int pc) {
            this.callee = callee;
            this.args = args;
            this.names = names;
            this.keywords = names instanceof Values.Constant constant && constant.value instanceof PyTuple
                    ? FunctionCalls.keywords(constant.value)
                    : null;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject callable = callee.get(thread, frame);
            PyObject[] values = values(thread, frame, args);
            PyStr[] given = keywords != null ? keywords : FunctionCalls.keywords(names.get(thread, frame));
            frame.lastInstruction = pc;
            return call(thread, callable, values, given);
        }

        @Override
        void emit(Emitter emitter) {
            if (keywords == null) {
                super.emit(emitter);
                return;
            }
            emitter.thread();
            callee.emit(emitter);
            emitter.array(args);
            emitter.at(pc);
            emitter.constant(keywords);
            emitter.call(
                    KeywordCall.class,
                    "call",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject[].class,
                    PyStr[].class);
        }

        static PyObject call(ThreadState thread, PyObject callable, PyObject[] values, PyStr[] keywords) {
            return afterCall(thread, FunctionCalls.call(thread, callable, values, keywords));
        }
    }
}
