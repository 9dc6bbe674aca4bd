package org.pyvm.modules.ast;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeType.Field;
import org.pyvm.ast.PluginExpr;
import org.pyvm.ast.PluginPattern;
import org.pyvm.ast.PluginStmt;
import org.pyvm.objects.Constants;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.tokenizer.SourceRange;

/** Turns a tree of the front end into {@code ast} objects. */
final class NodesToPython {
    /** How much deeper than calls trees may be, as in CPython. */
    private static final int SCALE = 3;

    private final ThreadState thread;
    private final AstTypes types;
    private int depthLeft;

    NodesToPython(ThreadState thread, AstTypes types) {
        this.thread = thread;
        this.types = types;
        depthLeft = SCALE * thread.interpreter().recursionLimit();
    }

    PyObject convert(Node node) {
        if (--depthLeft < 0) {
            throw PyErr.recursionError("maximum recursion depth exceeded during ast construction");
        }
        AstTypes.NodeClass type = types.classOf(thread, node.nodeType());
        if (node instanceof PluginExpr
                || node instanceof PluginStmt
                || node instanceof PluginPattern
                || isMadeByTemplate(node)) {
            PluginNodes.of(thread.interpreter()).teachUnparser(thread, true);
        }
        List<Field> fields = type.node().fields();
        List<Object> values = node.fields();
        PyObject[] attributes = new PyObject[type.attributes().length];
        for (int i = 0; i < fields.size(); i++) {
            attributes[i] = convert(values.get(i), fields.get(i));
        }
        SourceRange range = node.range();
        if (attributes.length > fields.size()) {
            int at = fields.size();
            attributes[at] = PyInt.of(range.line());
            attributes[at + 1] = PyInt.of(range.column());
            attributes[at + 2] = PyInt.of(range.endLine());
            attributes[at + 3] = PyInt.of(range.endColumn());
        }
        depthLeft++;
        return type.instance(attributes);
    }

    /** Whether it is a name that a template calls its own, which ast.unparse must spell so that it can be read. */
    private static boolean isMadeByTemplate(Node node) {
        return node instanceof Expr.Name name && name.id().indexOf('.') >= 0;
    }

    private PyObject convert(Object value, Field field) {
        return switch (value) {
            case null -> Singletons.NONE;
            case Node node -> convert(node);
            case Enum<?> symbol when types.instanceOf(symbol) != null -> types.instanceOf(symbol);
            case String text -> field.type().equals("identifier") ? PyStr.intern(text) : PyStr.of(text);
            case Integer number -> PyInt.of(number);
            case Boolean flag when field.type().equals("int") -> PyInt.of(flag ? 1 : 0);
            case List<?> list when !field.type().equals("constant") -> convertList(list, field);
            default -> Constants.toPython(value);
        };
    }

    private PyObject convertList(List<?> list, Field field) {
        PyList result = PyList.withCapacity(list.size());
        for (Object item : list) {
            result.append(convert(item, field));
        }
        return result;
    }
}
