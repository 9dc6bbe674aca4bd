package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyMethod;

/**
 * How something is called with a few positional arguments. This class takes any callable, and puts the arguments of a
 * function into its frame; a strategy that has compiled a function's code overrides the method for the number of its
 * parameters, so that a caller reaches compiled code by one virtual call. The callee is what {@link #of} was asked about.
 */
public class FunctionEntry {
    /** For whatever has no entry of its own. */
    public static final FunctionEntry ANY = new FunctionEntry();

    /** For methods that are bound already: what stands in the place of self is dropped. */
    public static final FunctionEntry BOUND = new BoundEntry();

    protected FunctionEntry() {}

    /** The entry for calls of an object, valid until other Python code has run; then it finds out itself. */
    public static FunctionEntry of(PyObject callee) {
        if (callee instanceof PyFunction function) {
            return function.entry;
        }
        return callee instanceof PyType ? InstanceEntry.CLASSES : ANY;
    }

    public PyObject call(ThreadState thread, PyObject callee) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(0, null, null, null, null);
            return frame != null ? function.run(thread, frame) : function.bind(thread, Calls.NO_ARGS, null);
        }
        if (callee instanceof PyMethod method && method.function() instanceof PyFunction function) {
            return function.entry.call(thread, function, method.self());
        }
        return thread.profileFunction() == null
                ? Calls.call(thread, callee)
                : Tracing.profiledCall(thread, callee, new PyObject[] {}, null);
    }

    public PyObject call(ThreadState thread, PyObject callee, PyObject a) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(1, a, null, null, null);
            return frame != null ? function.run(thread, frame) : function.bind(thread, new PyObject[] {a}, null);
        }
        if (callee instanceof PyMethod method && method.function() instanceof PyFunction function) {
            return function.entry.call(thread, function, method.self(), a);
        }
        return thread.profileFunction() == null
                ? Calls.call(thread, callee, a)
                : Tracing.profiledCall(thread, callee, new PyObject[] {a}, null);
    }

    public PyObject call(ThreadState thread, PyObject callee, PyObject a, PyObject b) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(2, a, b, null, null);
            return frame != null ? function.run(thread, frame) : function.bind(thread, new PyObject[] {a, b}, null);
        }
        if (callee instanceof PyMethod method && method.function() instanceof PyFunction function) {
            return function.entry.call(thread, function, method.self(), a, b);
        }
        return thread.profileFunction() == null
                ? Calls.call(thread, callee, a, b)
                : Tracing.profiledCall(thread, callee, new PyObject[] {a, b}, null);
    }

    public PyObject call(ThreadState thread, PyObject callee, PyObject a, PyObject b, PyObject c) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(3, a, b, c, null);
            return frame != null ? function.run(thread, frame) : function.bind(thread, new PyObject[] {a, b, c}, null);
        }
        if (callee instanceof PyMethod method && method.function() instanceof PyFunction function) {
            return function.entry.call(thread, function, method.self(), a, b, c);
        }
        return thread.profileFunction() == null
                ? Calls.call(thread, callee, a, b, c)
                : Tracing.profiledCall(thread, callee, new PyObject[] {a, b, c}, null);
    }

    public PyObject call(ThreadState thread, PyObject callee, PyObject a, PyObject b, PyObject c, PyObject d) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(4, a, b, c, d);
            if (frame != null) {
                return function.run(thread, frame);
            }
        }
        return call(thread, callee, new PyObject[] {a, b, c, d});
    }

    /** With any number of arguments. */
    public static PyObject call(ThreadState thread, PyObject callee, PyObject[] args) {
        if (callee instanceof PyFunction function) {
            Frame frame = function.frameFor(null, args, 0, args.length);
            return frame != null ? function.run(thread, frame) : function.bind(thread, args, null);
        }
        if (callee instanceof PyMethod method && method.function() instanceof PyFunction function) {
            Frame frame = function.frameFor(method.self(), args, 0, args.length);
            if (frame != null) {
                return function.run(thread, frame);
            }
        }
        return thread.profileFunction() == null
                ? Calls.call(thread, callee, args, null)
                : Tracing.profiledCall(thread, callee, args, null);
    }

    private static final class BoundEntry extends FunctionEntry {
        @Override
        public PyObject call(ThreadState thread, PyObject callee, PyObject none) {
            return of(callee).call(thread, callee);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject callee, PyObject none, PyObject a) {
            return of(callee).call(thread, callee, a);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject callee, PyObject none, PyObject a, PyObject b) {
            return of(callee).call(thread, callee, a, b);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject callee, PyObject none, PyObject a, PyObject b, PyObject c) {
            return of(callee).call(thread, callee, a, b, c);
        }
    }
}
