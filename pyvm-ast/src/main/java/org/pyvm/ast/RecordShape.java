package org.pyvm.ast;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/** A plugin's record of a node as its declaration says: the components are the fields and, last, its place. */
record RecordShape(String base, Constructor<?> constructor, List<Method> accessors) {
    static RecordShape of(Class<?> node) {
        RecordComponent[] components = node.getRecordComponents();
        List<Method> accessors = new ArrayList<>();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            accessors.add(components[i].getAccessor());
            accessors.getLast().setAccessible(true);
        }
        String base = PluginStmt.class.isAssignableFrom(node)
                ? "stmt"
                : PluginExpr.class.isAssignableFrom(node) ? "expr" : "pattern";
        try {
            Constructor<?> constructor = node.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(base, constructor, List.copyOf(accessors.subList(0, types.length - 1)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    Node make(NodeType.Values fields, SourceRange range) {
        List<Object> arguments = new ArrayList<>(fields.all());
        arguments.add(range);
        try {
            return (Node) constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            // As a cast in a constructor call of the plugin's would tell it.
            throw new ClassCastException(e.getMessage());
        }
    }

    List<Object> fields(Node node) {
        List<Object> values = new ArrayList<>();
        try {
            for (Method accessor : accessors) {
                values.add(accessor.invoke(node));
            }
        } catch (ReflectiveOperationException e) {
            throw failure(e);
        }
        return Collections.unmodifiableList(values);
    }

    /** What the record's own code has thrown goes on as it is. */
    private static RuntimeException failure(ReflectiveOperationException thrown) {
        return thrown instanceof InvocationTargetException && thrown.getCause() instanceof RuntimeException own
                ? own
                : new IllegalStateException(thrown);
    }
}
