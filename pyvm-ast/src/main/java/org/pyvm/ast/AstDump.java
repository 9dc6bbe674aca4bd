package org.pyvm.ast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/**
 * A tree as text, equal to what Python's {@code ast.dump} gives. Trees may be deep, so nothing here recurs.
 *
 * @param annotateFields whether fields have their names before them
 * @param includeAttributes whether {@code lineno} and the like are shown
 * @param indent what a level is indented by, or null to have all in one line
 */
public record AstDump(boolean annotateFields, boolean includeAttributes, String indent) {
    /** As {@code ast.dump(tree)}. */
    public static final AstDump DEFAULT = new AstDump(true, false, null);

    /** Something yet to be written: text, a node, or a list; {@code type} is ASDL's of the field that it is in. */
    private record Pending(Object value, String type, int level) {}

    /** A field of a node, or an attribute. */
    private record Part(String name, Object value, String type, boolean named) {}

    public String text(Node root) {
        var out = new StringBuilder();
        Deque<Pending> stack = new ArrayDeque<>();
        stack.push(new Pending(root, null, 0));
        while (!stack.isEmpty()) {
            Pending next = stack.pop();
            switch (next.value) {
                case Text text -> out.append(text.text);
                case Node node -> write(node, next.level + 1, out, stack);
                case List<?> list when !next.type.equals("constant") -> write(list, next, out, stack);
                default -> out.append(scalar(next.value, next.type));
            }
        }
        return out.toString();
    }

    private record Text(String text) {}

    private static final Pending CLOSE_NODE = text(")");
    private static final Pending CLOSE_LIST = text("]");

    private void write(Node node, int level, StringBuilder out, Deque<Pending> stack) {
        List<Part> parts = parts(node);
        out.append(node.nodeName()).append('(');
        boolean inOneLine =
                indent == null || parts.size() <= 3 && parts.stream().allMatch(this::isSimple);
        String separator = inOneLine ? ", " : ",\n" + indent.repeat(level);
        stack.push(CLOSE_NODE);
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            stack.push(new Pending(part.value == null ? SpecialConstant.NONE : part.value, part.type, level));
            String before = i > 0 ? separator : inOneLine ? "" : "\n" + indent.repeat(level);
            stack.push(text(part.named ? before + part.name + "=" : before));
        }
    }

    private void write(List<?> list, Pending place, StringBuilder out, Deque<Pending> stack) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        int level = place.level + 1;
        Pending separator = text(indent == null ? ", " : ",\n" + indent.repeat(level));
        stack.push(CLOSE_LIST);
        for (int i = list.size() - 1; i >= 0; i--) {
            Object item = list.get(i);
            stack.push(new Pending(item == null ? SpecialConstant.NONE : item, place.type, level));
            if (i > 0) {
                stack.push(separator);
            }
        }
        stack.push(text(indent == null ? "[" : "[\n" + indent.repeat(level)));
    }

    private static Pending text(String text) {
        return new Pending(new Text(text), "", 0);
    }

    /** What is shown of a node: an optional field that is null is not, and the fields behind it then need their names. */
    private List<Part> parts(Node node) {
        List<Part> parts = new ArrayList<>();
        List<NodeType.Field> fields = node.nodeType().fields();
        List<Object> values = node.fields();
        boolean named = annotateFields;
        for (int i = 0; i < values.size(); i++) {
            NodeType.Field field = fields.get(i);
            if (values.get(i) == null && field.quantity() == NodeType.Quantity.OPTIONAL) {
                named = true;
            } else {
                parts.add(new Part(field.name(), values.get(i), field.type(), named));
            }
        }
        SourceRange range = node.range();
        if (includeAttributes && range != null) {
            parts.add(new Part("lineno", (long) range.line(), "int", true));
            parts.add(new Part("col_offset", (long) range.column(), "int", true));
            parts.add(new Part("end_lineno", (long) range.endLine(), "int", true));
            parts.add(new Part("end_col_offset", (long) range.endColumn(), "int", true));
        }
        return parts;
    }

    /** Whether it needs no line of its own. */
    private boolean isSimple(Part part) {
        return switch (part.value) {
            case Node node -> parts(node).isEmpty();
            case List<?> list -> list.isEmpty() || part.type.equals("constant");
            case null, default -> true;
        };
    }

    private static String scalar(Object value, String type) {
        return switch (value) {
            case String text -> ConstantRepr.ofStr(CodePoints.of(text));
            case Integer number -> number.toString();
            case Boolean flag when type.equals("int") -> flag ? "1" : "0";
            case ExprContext context -> context.asdlName() + "()";
            case Operator operator -> operator.asdlName() + "()";
            case BoolOperator operator -> operator.asdlName() + "()";
            case UnaryOperator operator -> operator.asdlName() + "()";
            case CmpOperator operator -> operator.asdlName() + "()";
            default -> ConstantRepr.of(value);
        };
    }
}
