package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code paramflags}: which parameters go in and which come out, with names and defaults. */
final class ParameterFlags {
    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int LOCALE = 4;
    private static final int DIRECTION = IN | OUT | LOCALE;

    private static final PyStr FROM_OUT = PyStr.intern("__ctypes_from_outparam__");

    /** @param name null for none; @param fallback null for none */
    private record Parameter(int direction, PyStr name, PyObject fallback) {}

    private final Parameter[] parameters;

    private ParameterFlags(Parameter[] parameters) {
        this.parameters = parameters;
    }

    /** @param types null when there are none, which says that there is nothing to check */
    static ParameterFlags of(PyObject given, PyObject[] types) {
        if (types == null) {
            return null;
        }
        if (!(given instanceof PyTuple flags)) {
            throw PyErr.typeError("paramflags must be a tuple or None");
        }
        if (flags.size() != types.length) {
            throw PyErr.valueError("paramflags must have the same length as argtypes");
        }
        Parameter[] parameters = new Parameter[types.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameter(flags.get(i));
            checkDirection(parameters[i].direction, types[i], i + 1);
        }
        return new ParameterFlags(parameters);
    }

    private static Parameter parameter(PyObject item) {
        if (!(item instanceof PyTuple tuple)
                || tuple.size() < 1
                || tuple.size() > 3
                || !(tuple.get(0) instanceof PyInt flag)
                || tuple.size() > 1 && tuple.get(1) != Singletons.NONE && !(tuple.get(1) instanceof PyStr)) {
            throw PyErr.typeError("paramflags must be a sequence of (int [,string [,value]]) tuples");
        }
        PyStr name = tuple.size() > 1 && tuple.get(1) instanceof PyStr text ? text : null;
        return new Parameter((int) flag.longValue() & DIRECTION, name, tuple.size() > 2 ? tuple.get(2) : null);
    }

    private static void checkDirection(int direction, PyObject type, int number) {
        switch (direction) {
            case 0, IN, IN | LOCALE, IN | OUT -> {}
            case OUT -> {
                CTypeInfo info = CTypeInfo.orNull(type);
                boolean pointer = info != null
                        && (info.kind == CTypeInfo.Kind.POINTER
                                || info.kind == CTypeInfo.Kind.ARRAY
                                || info.isItem('P')
                                || info.isItem('z')
                                || info.isItem('Z'));
                if (!pointer) {
                    throw PyErr.typeError(
                            "'out' parameter %d must be a pointer type, not %s",
                            number,
                            type instanceof PyType cls
                                    ? cls.name()
                                    : type.type().name());
                }
            }
            default -> throw PyErr.typeError("paramflag value %d not supported", direction);
        }
    }

    /** The arguments of one call. */
    final class Bound {
        private final PyObject[] arguments = new PyObject[parameters.length];

        PyObject[] arguments() {
            return arguments;
        }

        /** What has come out; the result itself when nothing is to. */
        PyObject result(ThreadState thread, PyObject result) {
            int count = 0;
            PyObject[] out = new PyObject[arguments.length];
            for (int i = 0; i < out.length; i++) {
                if (parameters[i].direction == (IN | OUT)) {
                    out[count++] = arguments[i];
                } else if (parameters[i].direction == OUT) {
                    out[count++] = Calls.callMethod(thread, arguments[i], FROM_OUT);
                }
            }
            return switch (count) {
                case 0 -> result;
                case 1 -> out[0];
                default -> PyTuple.of(java.util.Arrays.copyOf(out, count));
            };
        }
    }

    Bound bind(ThreadState thread, PyObject[] types, PyObject[] args, PyStr[] names) {
        Bound bound = new Bound();
        int positional = Arguments.positionalCount(args, names);
        int taken = 0;
        for (int i = 0; i < parameters.length && i < types.length; i++) {
            Parameter parameter = parameters[i];
            switch (parameter.direction) {
                case IN | LOCALE -> bound.arguments[i] = parameter.fallback == null ? PyInt.of(0) : parameter.fallback;
                case OUT -> bound.arguments[i] = out(thread, parameter, (PyType) types[i]);
                default -> {
                    PyObject named =
                            parameter.name == null ? null : Arguments.named(args, names, parameter.name.toString());
                    if (taken < positional) {
                        bound.arguments[i] = args[taken++];
                    } else if (named != null) {
                        bound.arguments[i] = named;
                        taken++;
                    } else if (parameter.fallback != null) {
                        bound.arguments[i] = parameter.fallback;
                    } else if (parameter.name != null) {
                        throw PyErr.typeError("required argument '%s' missing", parameter.name);
                    } else {
                        throw PyErr.typeError("not enough arguments");
                    }
                }
            }
        }
        if (taken != args.length) {
            throw PyErr.typeError("call takes exactly %d arguments (%d given)", taken, args.length);
        }
        return bound;
    }

    /** What the function shall write to. */
    private static PyObject out(ThreadState thread, Parameter parameter, PyType type) {
        if (parameter.fallback != null) {
            return parameter.fallback;
        }
        CTypeInfo info = CTypeInfo.of(type);
        if (info.code != null) {
            throw PyErr.typeError("%s 'out' parameter must be passed as default value", type.name());
        }
        return Calls.call(thread, info.kind == CTypeInfo.Kind.ARRAY ? type : info.target);
    }
}
