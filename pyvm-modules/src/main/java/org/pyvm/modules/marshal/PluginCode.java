package org.pyvm.modules.marshal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.UnknownSyntaxException;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.modules.builtins.Compilation.SyntaxDefaults;
import org.pyvm.modules.views.PluginViews;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/**
 * What a marshalled code object says of plugins: those it was compiled with, by name and version, and its opcodes of
 * theirs by number, plugin and name, since numbers are handed out anew in each run.
 */
final class PluginCode {
    /** Before the name of a plugin that the file did not ask for itself: the command line or an embedder has it on. */
    private static final String FROM_OUTSIDE = "*";

    private PluginCode() {}

    static void write(CodeObject code, InterpreterState interpreter, MarshalWriter out) {
        List<String> syntax = new ArrayList<>();
        Set<String> fromOutside = code.syntax().isEmpty() ? Set.of() : fromOutside(interpreter, code.fileName());
        for (String plugin : new TreeSet<>(code.syntax())) {
            syntax.add(fromOutside.contains(plugin) ? FROM_OUTSIDE + plugin : plugin);
            syntax.add(version(interpreter, plugin));
        }
        out.names(syntax);
        if (syntax.isEmpty()) {
            return;
        }
        Map<Integer, PluginOpcodes.Entry> used = new HashMap<>();
        byte[] words = code.code();
        for (int i = 0; i < words.length; i += 2) {
            int number = words[i] & 0xFF;
            if (number >= InstructionSet.FIRST_PLUGIN) {
                used.put(number, PluginOpcodes.of(interpreter).get(number));
            }
        }
        out.int32(used.size());
        used.forEach((number, entry) -> {
            out.int32(number);
            out.name(entry.plugin());
            out.name(entry.row().name());
        });
    }

    private static String version(InterpreterState interpreter, String plugin) {
        PluginViews views = interpreter.serviceOrNull(PluginViews.class);
        String version = views == null ? null : views.version(plugin);
        return version == null ? "" : version;
    }

    private static String bare(String plugin) {
        return plugin.startsWith(FROM_OUTSIDE) ? plugin.substring(FROM_OUTSIDE.length()) : plugin;
    }

    /** The plugins that are on for a file whether it asks for them or not. */
    private static Set<String> fromOutside(InterpreterState interpreter, String file) {
        return interpreter
                .service(SyntaxDefaults.class, () -> SyntaxDefaults.NONE)
                .forFile(file);
    }

    /**
     * Whether compiling a file anew would ask for the same plugins, in the same versions. What the file itself asks for is as
     * it was, since the source is.
     *
     * @param syntax as in compiled code: names and versions in turn
     * @param file the source
     */
    static boolean isCurrent(InterpreterState interpreter, List<String> syntax, String file) {
        Set<String> fromOutside = new HashSet<>();
        for (int i = 0; i < syntax.size(); i += 2) {
            String plugin = syntax.get(i);
            if (!version(interpreter, bare(plugin)).equals(syntax.get(i + 1))) {
                return false;
            }
            if (plugin.startsWith(FROM_OUTSIDE)) {
                fromOutside.add(bare(plugin));
            }
        }
        return fromOutside.equals(fromOutside(interpreter, file));
    }

    /** @throws PyErr ImportError for code of a plugin that is gone or of another version */
    static void read(CodeObject.Builder builder, ThreadState thread, MarshalReader in) {
        List<String> syntax = in.names();
        if (syntax.isEmpty()) {
            return;
        }
        InterpreterState interpreter = thread.interpreter();
        TreeSet<String> plugins = new TreeSet<>();
        for (int i = 0; i < syntax.size(); i += 2) {
            String plugin = bare(syntax.get(i));
            String version = version(interpreter, plugin);
            if (!version.equals(syntax.get(i + 1))) {
                throw importError(
                        version.isEmpty()
                                ? "code was compiled with plugin " + plugin + ", which cannot be found"
                                : "code was compiled with plugin " + plugin + " " + syntax.get(i + 1)
                                        + ", but there is " + version);
            }
            plugins.add(plugin);
        }
        try {
            interpreter.service(FrontEnds.class).with(plugins);
        } catch (UnknownSyntaxException | AssemblyException e) {
            throw importError(e.getMessage());
        }
        builder.withSyntax(plugins);
        int[] renumbered = new int[256];
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            int number = in.int32();
            String plugin = in.name();
            String name = in.name();
            PluginOpcodes.Entry entry = PluginOpcodes.of(interpreter).get(plugin, name);
            if (entry == null) {
                throw importError("code uses opcode " + name + ", which plugin " + plugin + " has no more");
            }
            renumbered[number & 0xFF] = entry.row().number();
        }
        if (count > 0) {
            builder.renumber(renumbered);
        }
    }

    private static PyErr importError(String message) {
        return PyErr.of(Exceptions.IMPORT_ERROR, PyStr.of(message));
    }
}
