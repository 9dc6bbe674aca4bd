package org.pyvm.modules.ast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.ast.BoolOperator;
import org.pyvm.ast.CmpOperator;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.NodeType.Field;
import org.pyvm.ast.NodeType.Quantity;
import org.pyvm.ast.Operator;
import org.pyvm.ast.UnaryOperator;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyInstance;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The classes of {@code ast} of one interpreter. */
final class AstTypes {
    private static final List<String> RANGE = List.of("lineno", "col_offset", "end_lineno", "end_col_offset");

    /**
     * The class of one kind of nodes.
     *
     * @param attributes names of the fields, then of the position
     * @param shape of an instance that has all of them
     */
    record NodeClass(PyType type, NodeType node, PyStr[] attributes, Shape shape) {
        PyObject instance(PyObject[] values) {
            PyInstance instance = new PyInstance(type);
            instance.setAttributes(shape, values);
            return instance;
        }
    }

    /** One operator or context: its class, and the instance that stands in every tree. */
    record Symbol(Enum<?> value, PyType type, PyObject instance) {}

    /** A type of ASDL that has constructors. */
    record Sum(PyType type, List<NodeClass> constructors) {}

    private final PyType ast;
    private final PyDict all = new PyDict();
    private final Map<String, Sum> sums = new HashMap<>();
    private final Map<String, List<Symbol>> symbols = new HashMap<>();
    private final Map<Enum<?>, PyObject> instances = new HashMap<>();
    private final Map<NodeType, NodeClass> classes = new IdentityHashMap<>();

    static AstTypes of(ThreadState thread) {
        return thread.interpreter().service(AstTypes.class, () -> new AstTypes(thread));
    }

    /** Null when nobody has asked for the classes yet, so that there can be no instance. */
    static AstTypes orNull(ThreadState thread) {
        return thread.interpreter().serviceOrNull(AstTypes.class);
    }

    private AstTypes(ThreadState thread) {
        ast = makeRoot(thread);
        all.put("AST", ast);
        Map<String, List<NodeType>> groups = new LinkedHashMap<>();
        for (NodeType node : NodeType.python()) {
            groups.computeIfAbsent(node.base(), name -> new ArrayList<>()).add(node);
        }
        groups.forEach((base, nodes) -> {
            if (base.equals("comprehension")) {
                addSymbols(thread);
            }
            addNodes(thread, base, nodes);
        });
        PluginNodes.of(thread.interpreter()).types().forEach(type -> classOf(thread, type));
    }

    /** {@code ast.AST}: an ordinary class whose methods are in Java. */
    private static PyType makeRoot(ThreadState thread) {
        PyDict namespace = namespace(List.of(), null);
        namespace.put("_attributes", PyTuple.EMPTY);
        PyType root =
                (PyType) Calls.call(thread, PyType.TYPE, PyStr.intern("AST"), PyTuple.of(PyType.OBJECT), namespace);
        PyDict methods = new PyDict();
        new AstNodeExposed().define(root, methods);
        for (int i = methods.nextEntry(0); i >= 0; i = methods.nextEntry(i + 1)) {
            root.put((PyStr) methods.keyAt(i), methods.valueAt(i));
        }
        return root;
    }

    private static PyDict namespace(List<String> fields, String doc) {
        PyDict namespace = new PyDict();
        PyTuple names = tuple(fields);
        namespace.put("_fields", names);
        namespace.put("__match_args__", names);
        namespace.put(Names.MODULE, PyStr.intern("ast"));
        namespace.put(Names.DOC, doc == null ? Singletons.NONE : PyStr.of(doc));
        return namespace;
    }

    private static PyTuple tuple(List<String> names) {
        return PyTuple.of(names.stream().map(PyStr::intern).toArray(PyObject[]::new));
    }

    private PyType makeClass(ThreadState thread, String name, PyType base, PyDict namespace) {
        PyType type = (PyType) Calls.call(thread, PyType.TYPE, PyStr.intern(name), PyTuple.of(base), namespace);
        all.put(name, type);
        return type;
    }

    private void addNodes(ThreadState thread, String base, List<NodeType> nodes) {
        boolean isProduct = nodes.size() == 1 && nodes.getFirst().name().equals(base);
        PyType parent = ast;
        if (!isProduct) {
            List<String> docs = nodes.stream().map(AstTypes::signature).toList();
            String separator = "\n" + " ".repeat(base.length() + 1) + "| ";
            PyDict namespace = namespace(List.of(), base + " = " + String.join(separator, docs));
            addRange(namespace, nodes.getFirst().hasRange());
            parent = makeClass(thread, base, ast, namespace);
        }
        List<NodeClass> constructors = new ArrayList<>();
        for (NodeType node : nodes) {
            constructors.add(makeNodeClass(thread, node, parent));
        }
        sums.put(base, new Sum(isProduct ? null : parent, constructors));
    }

    private static void addRange(PyDict namespace, boolean hasRange) {
        namespace.put("_attributes", tuple(hasRange ? RANGE : List.of()));
        if (hasRange) {
            namespace.put("end_lineno", Singletons.NONE);
            namespace.put("end_col_offset", Singletons.NONE);
        }
    }

    private NodeClass makeNodeClass(ThreadState thread, NodeType node, PyType parent) {
        List<String> fields = node.fields().stream().map(Field::name).toList();
        PyDict namespace = namespace(fields, signature(node));
        if (parent == ast) {
            addRange(namespace, node.hasRange());
        }
        for (Field field : node.fields()) {
            if (field.quantity() == Quantity.OPTIONAL) {
                namespace.put(field.name(), Singletons.NONE);
            }
        }
        PyType type = makeClass(thread, node.name(), parent, namespace);
        List<String> names = new ArrayList<>(fields);
        if (node.hasRange()) {
            names.addAll(RANGE);
        }
        PyStr[] attributes = names.stream().map(PyStr::intern).toArray(PyStr[]::new);
        Shape shape = type.rootShape();
        for (PyStr attribute : attributes) {
            shape = shape.with(attribute);
        }
        NodeClass made = new NodeClass(type, node, attributes, shape);
        classes.put(node, made);
        return made;
    }

    /** As ASDL writes a constructor: {@code Name(identifier id, expr_context ctx)}. */
    private static String signature(NodeType node) {
        List<String> fields = node.fields().stream()
                .map(field -> field.type() + mark(field.quantity()) + " " + field.name())
                .toList();
        return fields.isEmpty() ? node.name() : node.name() + "(" + String.join(", ", fields) + ")";
    }

    private static String mark(Quantity quantity) {
        return switch (quantity) {
            case ONE -> "";
            case OPTIONAL -> "?";
            case MANY -> "*";
        };
    }

    private void addSymbols(ThreadState thread) {
        addSymbols(thread, "expr_context", ExprContext.values(), ExprContext::asdlName);
        addSymbols(thread, "boolop", BoolOperator.values(), BoolOperator::asdlName);
        addSymbols(thread, "operator", Operator.values(), Operator::asdlName);
        addSymbols(thread, "unaryop", UnaryOperator.values(), UnaryOperator::asdlName);
        addSymbols(thread, "cmpop", CmpOperator.values(), CmpOperator::asdlName);
    }

    private <E extends Enum<E>> void addSymbols(
            ThreadState thread, String base, E[] values, java.util.function.Function<E, String> nameOf) {
        List<String> names = java.util.Arrays.stream(values).map(nameOf).toList();
        PyDict namespace = namespace(List.of(), base + " = " + String.join(" | ", names));
        addRange(namespace, false);
        PyType parent = makeClass(thread, base, ast, namespace);
        List<Symbol> made = new ArrayList<>();
        for (E value : values) {
            String name = nameOf.apply(value);
            PyType type = makeClass(thread, name, parent, namespace(List.of(), name));
            PyObject instance = new PyInstance(type);
            made.add(new Symbol(value, type, instance));
            instances.put(value, instance);
        }
        symbols.put(base, made);
    }

    /** Puts all classes into the namespace of the module. */
    void addTo(PyDict dict) {
        for (int i = all.nextEntry(0); i >= 0; i = all.nextEntry(i + 1)) {
            dict.put((PyStr) all.keyAt(i), all.valueAt(i));
        }
    }

    PyType ast() {
        return ast;
    }

    /** The class of a node; a plugin's is made when it is first met. */
    NodeClass classOf(ThreadState thread, NodeType node) {
        NodeClass known = classes.get(node);
        return known != null
                ? known
                : makeNodeClass(thread, node, sums.get(node.base()).type());
    }

    PyObject instanceOf(Enum<?> symbol) {
        return instances.get(symbol);
    }

    Sum sum(String name) {
        return sums.get(name);
    }

    /** The operators or contexts of a type of ASDL; null when it has nodes. */
    List<Symbol> symbols(String name) {
        return symbols.get(name);
    }

    /** All classes of nodes, those of plugins met so far included. */
    Collection<NodeClass> nodeClasses() {
        return classes.values();
    }
}
