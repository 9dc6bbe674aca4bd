package org.pyvm.ast;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/**
 * A tree as JSON: an object for each node with its class as {@code "node"}, its fields, and {@code "range"} as {@code
 * [line, column, end line, end column]}. Operators and contexts are their names; a constant is {@code {"type", "repr"}}.
 * Trees may be deep, so nothing here recurs.
 */
public final class AstJson {
    private final StringBuilder out = new StringBuilder();
    /** What is yet to be written: {@link Raw} text, or a value with the type of its field. */
    private final Deque<Object> stack = new ArrayDeque<>();

    private record Raw(String text) {}

    private record Value(Object value, String type) {}

    private AstJson() {}

    public static String text(Node root) {
        return new AstJson().write(root);
    }

    private String write(Node root) {
        push(List.of(new Value(root, "")));
        while (!stack.isEmpty()) {
            switch (stack.pop()) {
                case Raw raw -> out.append(raw.text);
                case Value value -> write(value);
                default -> throw new IllegalStateException();
            }
        }
        return out.toString();
    }

    private void push(List<?> pieces) {
        for (Object piece : pieces.reversed()) {
            stack.push(piece);
        }
    }

    private void write(Value value) {
        if (value.type.equals("constant")) {
            out.append("{\"type\": \"").append(typeName(value.value)).append("\", \"repr\": ");
            quote(ConstantRepr.of(value.value));
            out.append('}');
            return;
        }
        switch (value.value) {
            case Node node -> node(node);
            case List<?> list -> list(list, value.type);
            case String text -> quote(text);
            case ExprContext context -> quote(context.asdlName());
            case Operator operator -> quote(operator.asdlName());
            case BoolOperator operator -> quote(operator.asdlName());
            case UnaryOperator operator -> quote(operator.asdlName());
            case CmpOperator operator -> quote(operator.asdlName());
            case null -> out.append("null");
            default -> out.append(value.value); // a number or a flag
        }
    }

    private void node(Node node) {
        List<Object> pieces = new ArrayList<>();
        pieces.add(new Raw("{\"node\": \"" + node.nodeName() + "\""));
        List<NodeType.Field> fields = node.nodeType().fields();
        List<Object> values = node.fields();
        for (int i = 0; i < values.size(); i++) {
            pieces.add(new Raw(", \"" + fields.get(i).name() + "\": "));
            pieces.add(new Value(values.get(i), fields.get(i).type()));
        }
        SourceRange range = node.range();
        if (range != null) {
            pieces.add(new Raw(", \"range\": [" + range.line() + ", " + range.column() + ", " + range.endLine() + ", "
                    + range.endColumn() + "]"));
        }
        pieces.add(new Raw("}"));
        push(pieces);
    }

    private void list(List<?> list, String type) {
        List<Object> pieces = new ArrayList<>();
        pieces.add(new Raw("["));
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                pieces.add(new Raw(", "));
            }
            pieces.add(new Value(list.get(i), type));
        }
        pieces.add(new Raw("]"));
        push(pieces);
    }

    private static String typeName(Object constant) {
        return switch (constant) {
            case Boolean flag -> "bool";
            case Long number -> "int";
            case BigInteger number -> "int";
            case Double number -> "float";
            case Complex number -> "complex";
            case CodePoints text -> "str";
            case Bytes bytes -> "bytes";
            case SpecialConstant special -> special == SpecialConstant.NONE ? "NoneType" : "ellipsis";
            case FrozenConstant set -> "frozenset";
            case List<?> tuple -> "tuple";
            default -> throw new IllegalArgumentException("no constant: " + constant.getClass());
        };
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u").append(String.format("%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
