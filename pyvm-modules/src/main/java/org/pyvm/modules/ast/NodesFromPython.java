package org.pyvm.modules.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.NodeType.Field;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.SourceRange;

/**
 * Turns {@code ast} objects into a tree of the front end. Attributes are read in CPython's order, since reading them may run
 * Python code, and what is missing or of a wrong type is an error in CPython's words. What the values mean is not checked.
 */
final class NodesFromPython {
    private final ThreadState thread;
    private final AstTypes types;

    NodesFromPython(ThreadState thread, AstTypes types) {
        this.thread = thread;
        this.types = types;
    }

    Mod module(PyObject object, Mode mode) {
        String expected = switch (mode) {
            case FILE -> "Module";
            case EVAL -> "Expression";
            case SINGLE -> "Interactive";
            case FUNC_TYPE -> "FunctionType";
        };
        AstTypes.NodeClass root = types.classOf(thread, NodeType.of(expected));
        if (!Objects.isInstance(thread, object, root.type())) {
            throw PyErr.typeError("expected %s node, got %T", expected, object);
        }
        return (Mod) node(object, "mod");
    }

    /** A node of a type of ASDL; null for None where there are constructors to choose from. */
    private Node node(PyObject object, String asdlType) {
        AstTypes.Sum sum = types.sum(asdlType);
        if (sum.type() == null) {
            return product(object, sum.constructors().getFirst().node());
        }
        if (object == Singletons.NONE) {
            return null;
        }
        boolean hasRange = sum.constructors().getFirst().node().hasRange();
        SourceRange range = hasRange ? range(object, asdlType) : null;
        NodeType type = constructor(object, sum);
        if (type == null) {
            throw PyErr.typeError("expected some sort of %s, but got %r", asdlType, object);
        }
        return make(type, fields(object, type), range);
    }

    /** A type of ASDL without constructors: any object with the right attributes will do. */
    private Node product(PyObject object, NodeType type) {
        List<Object> fields = fields(object, type);
        return make(type, fields, type.hasRange() ? range(object, type.name()) : null);
    }

    private NodeType constructor(PyObject object, AstTypes.Sum sum) {
        for (AstTypes.NodeClass candidate : sum.constructors()) {
            if (object.type() == candidate.type()) {
                return candidate.node();
            }
        }
        for (AstTypes.NodeClass candidate : sum.constructors()) {
            if (Objects.isInstance(thread, object, candidate.type())) {
                return candidate.node();
            }
        }
        for (AstTypes.NodeClass candidate : types.nodeClasses()) {
            if (object.type() == candidate.type() && candidate.type().isSubtypeOf(sum.type())) {
                return candidate.node();
            }
        }
        return null;
    }

    private static Node make(NodeType type, List<Object> values, SourceRange range) {
        for (int i = 0; i < values.size(); i++) {
            Field field = type.fields().get(i);
            if (values.get(i) == null && field.quantity() == NodeType.Quantity.ONE) {
                throw PyErr.valueError("field '%s' is required for %s", field.name(), type.name());
            }
        }
        return type.make(values, range);
    }

    private SourceRange range(PyObject object, String owner) {
        int line = position(object, "lineno", owner, 0, true);
        int column = position(object, "col_offset", owner, 0, true);
        int endLine = position(object, "end_lineno", owner, line, false);
        int endColumn = position(object, "end_col_offset", owner, column, false);
        return new SourceRange(line, column, endLine, endColumn);
    }

    private int position(PyObject object, String name, String owner, int missing, boolean required) {
        PyObject value = Attributes.getOrNull(thread, object, PyStr.intern(name));
        if (required && value == null) {
            throw missing(name, owner);
        }
        return !required && (value == null || value == Singletons.NONE) ? missing : integer(value);
    }

    private static PyErr missing(String field, String owner) {
        return PyErr.typeError("required field \"%s\" missing from %s", field, owner);
    }

    private List<Object> fields(PyObject object, NodeType type) {
        List<Object> values = new ArrayList<>();
        for (Field field : type.fields()) {
            PyObject value = Attributes.getOrNull(thread, object, PyStr.intern(field.name()));
            values.add(
                    switch (field.quantity()) {
                        case MANY -> list(value, field, type);
                        case ONE -> {
                            if (value == null) {
                                throw missing(field.name(), type.name());
                            }
                            yield guarded(value, field, type);
                        }
                        case OPTIONAL ->
                            value != null && value != Singletons.NONE
                                    ? guarded(value, field, type)
                                    : field.type().equals("int") ? (Object) 0 : null;
                    });
        }
        return values;
    }

    private List<Object> list(PyObject value, Field field, NodeType type) {
        if (value == null) {
            throw missing(field.name(), type.name());
        }
        if (!(value instanceof PyList list)) {
            throw PyErr.typeError("%s field \"%s\" must be a list, not a %T", type.name(), field.name(), value);
        }
        int size = list.size();
        List<Object> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(guarded(list.get(i), field, type));
            if (list.size() != size) {
                throw PyErr.runtimeError("%s field \"%s\" changed size during iteration", type.name(), field.name());
            }
        }
        return Collections.unmodifiableList(items);
    }

    private Object guarded(PyObject value, Field field, NodeType type) {
        thread.enter(" while traversing '" + type.name() + "' node");
        try {
            return value(value, field);
        } finally {
            thread.leave();
        }
    }

    private Object value(PyObject value, Field field) {
        return switch (field.type()) {
            case "identifier" -> {
                if (value != Singletons.NONE && value.type() != PyStr.TYPE) {
                    throw PyErr.typeError("AST identifier must be of type str");
                }
                yield value == Singletons.NONE ? null : value.toString();
            }
            case "string" -> string(value);
            case "int" -> {
                int number = integer(value);
                // Two fields that ASDL calls int are truth values to the front end.
                boolean isFlag = field.name().equals("is_async") || field.name().equals("simple");
                yield isFlag ? (Object) (number != 0) : (Object) number;
            }
            case "constant" -> constant(value);
            default -> {
                List<AstTypes.Symbol> symbols = types.symbols(field.type());
                yield symbols != null ? symbol(value, field.type(), symbols) : node(value, field.type());
            }
        };
    }

    private static String string(PyObject value) {
        if (value.type() == PyBytes.TYPE) {
            return new String(((PyBytes) value).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        }
        if (value.type() != PyStr.TYPE) {
            throw PyErr.typeError("AST string must be of type str");
        }
        return value.toString();
    }

    private static int integer(PyObject value) {
        if (!(value instanceof PyInt number)) {
            throw PyErr.valueError("invalid integer value: %r", value);
        }
        if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
            throw PyErr.overflowError("Python int too large to convert to C int");
        }
        return (int) number.longValue();
    }

    private Enum<?> symbol(PyObject value, String asdlType, List<AstTypes.Symbol> symbols) {
        for (AstTypes.Symbol symbol : symbols) {
            if (value.type() == symbol.type() || Objects.isInstance(thread, value, symbol.type())) {
                return symbol.value();
            }
        }
        throw PyErr.typeError("expected some sort of %s, but got %r", asdlType, value);
    }

    /** Only exact types: an instance of a subclass would lose what makes it one. */
    private static Object constant(PyObject value) {
        if (value == Singletons.NONE) {
            return SpecialConstant.NONE;
        }
        if (value == Singletons.ELLIPSIS) {
            return SpecialConstant.ELLIPSIS;
        }
        if (value instanceof PyBool) {
            return value == PyBool.TRUE;
        }
        if (value.type() == PyInt.TYPE) {
            PyInt number = (PyInt) value;
            return number.fitsLong() ? (Object) number.longValue() : number.bigValue();
        }
        if (value.type() == PyFloat.TYPE) {
            return ((PyFloat) value).value();
        }
        if (value.type() == PyComplex.TYPE) {
            return new Complex(((PyComplex) value).real(), ((PyComplex) value).imag());
        }
        if (value.type() == PyStr.TYPE) {
            return ((PyStr) value).toCodePointsText();
        }
        if (value.type() == PyBytes.TYPE) {
            return Bytes.of(((PyBytes) value).toByteArray());
        }
        if (value.type() == PyTuple.TYPE) {
            return constants(((PyTuple) value).itemsUnsafe());
        }
        if (value.type() == PyFrozenSet.TYPE) {
            return new FrozenConstant(constants(((PyFrozenSet) value).toArray()));
        }
        return new InvalidConstant(value.type().name());
    }

    private static List<Object> constants(PyObject[] items) {
        List<Object> result = new ArrayList<>(items.length);
        for (PyObject item : items) {
            result.add(constant(item));
        }
        return Collections.unmodifiableList(result);
    }
}
