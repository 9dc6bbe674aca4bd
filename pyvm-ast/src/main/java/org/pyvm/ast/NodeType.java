package org.pyvm.ast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/**
 * What ASDL says of a class of nodes. Dumps, walkers and Python's {@code ast} module go by this table, so that none of
 * them lists the nodes again. Immutable; compared by identity.
 */
public final class NodeType {
    /** Follows from the class alone, and goes when the class does. */
    private static final ClassValue<NodeType> DECLARED = new ClassValue<>() {
        @Override
        protected NodeType computeValue(Class<?> node) {
            return declared(node);
        }
    };

    private final String name;
    private final String base;
    private final List<Field> fields;
    private final Maker maker;
    /** Of a plugin's record; null for Python's nodes and those that list their fields themselves. */
    private final RecordShape shape;

    private NodeType(String name, String base, List<Field> fields, Maker maker, RecordShape shape) {
        this.name = name;
        this.base = base;
        this.fields = fields;
        this.maker = maker;
        this.shape = shape;
    }

    /**
     * Makes the type of a plugin's node.
     *
     * @param name unlike any of Python's own
     * @param base {@code stmt}, {@code expr} or {@code pattern}
     * @param signature the fields as ASDL writes them: {@code "expr test, stmt* body, identifier? name"}
     */
    public static NodeType plugin(String name, String base, String signature, Maker maker) {
        return create(name, base, signature, maker);
    }

    /**
     * The type of a plugin's node as its class declares it.
     *
     * @param node a record with {@link NodeFields}
     * @throws IllegalArgumentException when it is none
     */
    public static NodeType of(Class<?> node) {
        return DECLARED.get(node);
    }

    private static NodeType declared(Class<?> node) {
        NodeFields fields = node.getAnnotation(NodeFields.class);
        if (!node.isRecord() || fields == null) {
            throw new IllegalArgumentException(node.getName() + " is no record with @NodeFields");
        }
        RecordShape shape = RecordShape.of(node);
        return new NodeType(node.getSimpleName(), shape.base(), parse(fields.value()), shape::make, shape);
    }

    static NodeType create(String name, String base, String signature, Maker maker) {
        return new NodeType(name, base, parse(signature), maker, null);
    }

    private static List<Field> parse(String signature) {
        List<Field> fields = new ArrayList<>();
        for (String field : signature.split(",")) {
            if (!field.isBlank()) {
                fields.add(Field.parse(field.strip()));
            }
        }
        return Collections.unmodifiableList(fields);
    }

    /** The fields of a plugin's node whose type was made from its record. */
    List<Object> fieldsOf(Node node) {
        if (shape == null) {
            throw new IllegalStateException(name + " must list its fields: it is no record with @NodeFields");
        }
        return shape.fields(node);
    }

    /** The type of Python's node of that name, e.g. {@code BinOp}. */
    public static NodeType of(String name) {
        NodeType type = PythonNodeTypes.BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no node " + name);
        }
        return type;
    }

    /** Python's own, in ASDL's order. */
    public static Collection<NodeType> python() {
        return PythonNodeTypes.BY_NAME.values();
    }

    public String name() {
        return name;
    }

    /** The ASDL type that it is a constructor of ({@code mod}, {@code stmt}, ...); its own name for product types. */
    public String base() {
        return base;
    }

    /** In order. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether its nodes carry {@code lineno} and the like. */
    public boolean hasRange() {
        return switch (base) {
            case "stmt", "expr", "pattern", "excepthandler", "arg", "keyword", "alias" -> true;
            default -> false;
        };
    }

    /**
     * Makes a node.
     *
     * @param values one for each field, of the classes that the record's components have
     * @param range null when {@link #hasRange()} says no
     */
    public Node make(List<Object> values, SourceRange range) {
        return maker.make(new Values(values), range);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A field.
     *
     * @param name as in Python
     * @param type ASDL's: a class of nodes or operators, or {@code identifier}, {@code string}, {@code int},
     *     {@code constant}
     */
    public record Field(String name, String type, Quantity quantity) {
        static Field parse(String text) {
            int space = text.indexOf(' ');
            String type = text.substring(0, space);
            String name = text.substring(space + 1);
            return switch (type.charAt(type.length() - 1)) {
                case '*' -> new Field(name, type.substring(0, type.length() - 1), Quantity.MANY);
                case '?' -> new Field(name, type.substring(0, type.length() - 1), Quantity.OPTIONAL);
                default -> new Field(name, type, Quantity.ONE);
            };
        }
    }

    /** How many values a field holds. */
    public enum Quantity {
        ONE,
        OPTIONAL,
        MANY
    }

    /** A node's constructor. */
    @FunctionalInterface
    public interface Maker {
        Node make(Values values, SourceRange range);
    }

    /** The arguments of a constructor. */
    public static final class Values {
        private final List<Object> values;

        Values(List<Object> values) {
            this.values = values;
        }

        List<Object> all() {
            return values;
        }

        /** The value of the field at an index, as what the constructor takes. */
        @SuppressWarnings("unchecked") // the record's constructor states the class; a wrong one fails there
        public <T> T at(int index) {
            return (T) values.get(index);
        }
    }
}
