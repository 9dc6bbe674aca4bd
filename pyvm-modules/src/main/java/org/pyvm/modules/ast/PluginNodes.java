package org.pyvm.modules.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.StackValue;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.SourceRange;

/**
 * The classes of nodes that plugins have brought to one interpreter: classes of {@code ast} from then on, with what
 * {@code ast.unparse} writes for them. They come when a plugin is switched on for the first time, and stay.
 */
public final class PluginNodes {
    private static final SourceRange NOWHERE = new SourceRange(1, 0, 1, 0);

    /** @param plugin null for what all plugins share @param template fields in braces; null for no source form */
    record Entry(NodeType type, String plugin, String template) {}

    private final List<Entry> entries = new ArrayList<>();
    /** How many of the entries the unparser knows. */
    private int taught;

    private PluginNodes() {}

    public static PluginNodes of(InterpreterState interpreter) {
        return interpreter.service(PluginNodes.class, PluginNodes::new);
    }

    /** Adds the classes that all plugins share: without plugins {@code ast} has Python's own only. */
    public void addShared(ThreadState thread) {
        add(thread, null, new StackValue(NOWHERE).nodeType(), "");
        add(thread, null, new HelperName("", "", NOWHERE).nodeType(), "__import__('{module}').{name}");
    }

    /** Adds a class; a no-op when that plugin has added it. */
    public void add(ThreadState thread, String plugin, NodeType type, String template) {
        if (find(type) != null) {
            return;
        }
        entries.add(new Entry(type, plugin, template));
        AstTypes types = thread == null ? null : AstTypes.orNull(thread);
        if (types != null) {
            types.classOf(thread, type);
            teachUnparser(thread, false);
        }
    }

    private Entry find(NodeType type) {
        for (Entry entry : entries) {
            if (entry.type() == type) {
                return entry;
            }
        }
        return null;
    }

    /** All classes so far. */
    List<NodeType> types() {
        return entries.stream().map(Entry::type).toList();
    }

    /** The plugins whose nodes a tree has. */
    Set<String> pluginsIn(Node tree) {
        Set<String> found = new TreeSet<>();
        collect(tree, found);
        return found;
    }

    private void collect(Node node, Set<String> into) {
        if (node instanceof org.pyvm.ast.PluginStmt
                || node instanceof org.pyvm.ast.PluginExpr
                || node instanceof org.pyvm.ast.PluginPattern) {
            Entry entry = find(node.nodeType());
            if (entry != null && entry.plugin() != null) {
                into.add(entry.plugin());
            }
        }
        for (Node child : node.children()) {
            collect(child, into);
        }
    }

    /** Makes a class an attribute of {@code ast}, as far as that is loaded. */
    private static void publish(ThreadState thread, NodeType type, PyObject made) {
        for (String name : List.of("_ast", "ast")) {
            if (thread.interpreter().modules.get(name) instanceof PyModule module) {
                module.dict().put(type.name(), made);
            }
        }
    }

    /**
     * Has {@code ast.unparse} write the nodes of all classes.
     *
     * @param load whether {@code ast} is imported for it; else nothing happens before a program has done so
     */
    void teachUnparser(ThreadState thread, boolean load) {
        if (taught == entries.size()) {
            return;
        }
        boolean loaded = thread.interpreter().modules.get("ast") instanceof PyModule module
                && module.dict().get("unparse") != null;
        if (!loaded && !load) {
            return;
        }
        int from = taught;
        taught = entries.size();
        PyObject hook = Importing.importModule(
                thread, PyStr.of("pyvm._unparse"), Singletons.NONE, PyTuple.of(PyStr.of("install")), 0);
        PyObject install = Attributes.get(thread, hook, "install");
        for (Entry entry : List.copyOf(entries.subList(from, taught))) {
            publish(
                    thread,
                    entry.type(),
                    AstTypes.of(thread).classOf(thread, entry.type()).type());
            if (entry.template() != null) {
                Calls.call(
                        thread,
                        install,
                        PyStr.of(entry.type().name()),
                        PyStr.of(entry.type().base()),
                        PyStr.of(entry.template()));
            }
        }
    }
}
