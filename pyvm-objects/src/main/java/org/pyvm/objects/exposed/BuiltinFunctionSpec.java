package org.pyvm.objects.exposed;

import java.util.Arrays;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/**
 * A function written in Java: its name, its signature and the body to call. Shared by the descriptor of a method and the
 * bound methods made from it.
 *
 * <p>The calls of fixed arity allocate no array when the function has at most three parameters and all arguments are
 * positional. In all calls {@code callable} is the object that is called: error texts show its qualified name.
 */
public final class BuiltinFunctionSpec {
    private static final int ARRAY = 4;
    private static final int RAW = 5;

    private final String name;
    private final String doc;
    private final Signature signature;
    private final BuiltinBodies bodies;
    private final int number;
    /** 0 to 3 parameters, or ARRAY or RAW: which of the forms of {@link BuiltinBodies} the body has. */
    private final int form;
    /** Numbers of positional arguments that need no binding; the range is empty when there is no such. */
    private final int quickFrom;

    private final int quickTo;

    /**
     * @param doc empty for None
     * @param signature null for a body that binds its arguments itself and shows no signature
     */
    public BuiltinFunctionSpec(String name, String doc, Signature signature, BuiltinBodies bodies, int number) {
        this.name = name;
        this.doc = doc;
        this.signature = signature;
        this.bodies = bodies;
        this.number = number;
        if (signature == null || signature.isRaw()) {
            form = RAW;
            quickFrom = 1;
            quickTo = 0;
        } else {
            int count = signature.parameterCount();
            boolean star = signature.hasStar();
            form = star || count > 3 ? ARRAY : count;
            boolean quick = !star && signature.requiredKeywords() == 0;
            quickFrom = quick ? signature.requiredPositional() : 1;
            quickTo = quick ? signature.positional() : 0;
        }
    }

    public String name() {
        return name;
    }

    /** Empty for none. */
    public String doc() {
        return doc;
    }

    /** {@code __text_signature__}, or null. */
    public String textSignature() {
        return signature == null ? null : signature.text();
    }

    public PyObject call(ThreadState thread, PyObject callable, PyObject self) {
        if (quickFrom == 0) {
            switch (form) {
                case 0:
                    return bodies.call(number, thread, self);
                case 1:
                    return bodies.call(number, thread, self, null);
                case 2:
                    return bodies.call(number, thread, self, null, null);
                case 3:
                    return bodies.call(number, thread, self, null, null, null);
                default:
                    break;
            }
        }
        return call(thread, callable, self, Arguments.NONE, 0, null);
    }

    public PyObject call(ThreadState thread, PyObject callable, PyObject self, PyObject a) {
        if (quickFrom <= 1 && 1 <= quickTo) {
            switch (form) {
                case 1:
                    return bodies.call(number, thread, self, a);
                case 2:
                    return bodies.call(number, thread, self, a, null);
                case 3:
                    return bodies.call(number, thread, self, a, null, null);
                default:
                    break;
            }
        }
        return call(thread, callable, self, new PyObject[] {a}, 0, null);
    }

    public PyObject call(ThreadState thread, PyObject callable, PyObject self, PyObject a, PyObject b) {
        if (quickFrom <= 2 && 2 <= quickTo) {
            switch (form) {
                case 2:
                    return bodies.call(number, thread, self, a, b);
                case 3:
                    return bodies.call(number, thread, self, a, b, null);
                default:
                    break;
            }
        }
        return call(thread, callable, self, new PyObject[] {a, b}, 0, null);
    }

    public PyObject call(ThreadState thread, PyObject callable, PyObject self, PyObject a, PyObject b, PyObject c) {
        if (form == 3 && quickFrom <= 3 && quickTo == 3) {
            return bodies.call(number, thread, self, a, b, c);
        }
        return call(thread, callable, self, new PyObject[] {a, b, c}, 0, null);
    }

    /** @param from where the arguments start in {@code args}; what stands before is not looked at */
    public PyObject call(
            ThreadState thread, PyObject callable, PyObject self, PyObject[] args, int from, PyStr[] names) {
        if (form == RAW) {
            PyObject[] own = from == 0 ? args : Arrays.copyOfRange(args, from, args.length);
            return bodies.callRaw(number, thread, self, own, names);
        }
        PyObject[] bound = signature.bind(callable, args, from, names);
        return switch (form) {
            case 0 -> bodies.call(number, thread, self);
            case 1 -> bodies.call(number, thread, self, bound[0]);
            case 2 -> bodies.call(number, thread, self, bound[0], bound[1]);
            case 3 -> bodies.call(number, thread, self, bound[0], bound[1], bound[2]);
            default -> bodies.callArray(number, thread, self, bound);
        };
    }
}
