package org.pyvm.runtime.internal.assembly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.modules.views.Json;
import org.pyvm.modules.views.PluginViews;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.JarLoaders;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.PyvmPlugin;

/** Lists plugins and their contributions. */
public final class PluginListing implements PluginViews {
    private final PluginCatalog catalog;
    private final Set<String> on;

    /** @param on names of those that are on */
    public PluginListing(PluginCatalog catalog, Set<String> on) {
        this.catalog = catalog;
        this.on = on;
    }

    @Override
    public List<String> names() {
        try {
            return List.copyOf(new TreeSet<>(catalog.all().keySet()));
        } catch (AssemblyException e) {
            throw PyErr.of(Exceptions.IMPORT_ERROR, PyStr.of(e.getMessage()));
        }
    }

    @Override
    public String version(String name) {
        return names().contains(name) ? catalog.get(name).version() : null;
    }

    @Override
    public String certificates(String what, FileSystem files) {
        Collection<PyvmPlugin> asked = what.endsWith(".jar")
                ? new PluginCatalog(List.of(), List.of(JarLoaders.ofFile(files, what, MachineParts.classPath())))
                        .all()
                        .values()
                : names().contains(what) ? List.of(catalog.get(what)) : List.of();
        List<String> lines = new ArrayList<>();
        for (PyvmPlugin plugin : asked) {
            if (what.endsWith(".jar") && plugin.getClass().getClassLoader() == MachineParts.classPath()) {
                continue; // known to the jar's loader from its parent
            }
            Certificate certificate = Certificate.of(plugin);
            lines.add(certificate.toString());
            if (certificate.isGranted()) {
                lines.addAll(sharing(certificate));
            }
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** The other certified plugins that use the same words or names. */
    private List<String> sharing(Certificate certificate) {
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            Certificate other = Certificate.of(catalog.get(name));
            if (!name.equals(certificate.plugin()) && other.isGranted()) {
                Set<String> both = certificate.shared(other);
                if (!both.isEmpty()) {
                    found.add("  not beside " + name + ": both have " + String.join(", ", both));
                }
            }
        }
        return found;
    }

    @Override
    public String listing(boolean json) {
        List<String> entries = new ArrayList<>();
        for (String name : names()) {
            PyvmPlugin plugin = catalog.get(name);
            List<String> contributions = Contributions.of(List.of(plugin)).all().stream()
                    .map(PluginListing::describe)
                    .toList();
            entries.add(json ? json(plugin, contributions) : text(plugin, contributions));
        }
        return json ? "[" + String.join(",\n ", entries) + "]" : String.join("", entries);
    }

    private String text(PyvmPlugin plugin, List<String> contributions) {
        StringBuilder out = new StringBuilder(plugin.name());
        out.append(plugin.version().equals("0") ? "" : " " + plugin.version())
                .append(on.contains(plugin.name()) ? " (on)" : "")
                .append("  ")
                .append(plugin.getClass().getName())
                .append('\n');
        contributions.forEach(line -> out.append("    ").append(line).append('\n'));
        return out.toString();
    }

    private String json(PyvmPlugin plugin, List<String> contributions) {
        return "{\"name\": " + Json.string(plugin.name())
                + ", \"version\": " + Json.string(plugin.version())
                + ", \"class\": " + Json.string(plugin.getClass().getName())
                + ", \"on\": " + on.contains(plugin.name())
                + ", \"contributions\": ["
                + String.join(", ", contributions.stream().map(Json::string).toList()) + "]}";
    }

    /** The stage and what goes there. */
    private static String describe(Contribution contribution) {
        return switch (contribution) {
            case Contribution.Grammar grammar ->
                "parser: "
                        + String.join(
                                "; ",
                                grammar.ebnf()
                                        .strip()
                                        .lines()
                                        .map(String::strip)
                                        .toList());
            case Contribution.Tokens tokens -> "tokenizer: " + tokens.what();
            case Contribution.Infix infix ->
                "parser, AST builder: operator '" + infix.kind().spelling() + "' between "
                        + infix.level().looser() + " and " + infix.level().tighter();
            case Contribution.Lowering lowering ->
                "AST builder: meaning of the " + lowering.kind() + " " + lowering.rule();
            case Contribution.Rewrite<?> rewrite ->
                "AST builder: rewrites " + rewrite.nodeClass().getSimpleName();
            case Contribution.NodeClass<?> node ->
                "AST, symbol table, compiler: node " + node.type().name();
            case Contribution.Pass pass -> "compiler: pass " + pass.pass().name();
            case Contribution.OpcodeRow opcode ->
                "compiler, evaluation: opcode " + opcode.row().name();
            case Contribution.OpcodeForm form -> "evaluation: form of " + form.what();
            case Contribution.OpcodeMeaning opcode -> "evaluation: another meaning of " + opcode.name();
            case Contribution.Modules modules ->
                "modules: " + String.join(", ", modules.index().names());
            case Contribution.Builtin builtin -> "builtins: " + builtin.name();
            case Contribution.Importer importer -> "import: " + importer.what();
            case Contribution.Strategy strategy ->
                "evaluation: strategy " + strategy.strategy().name();
            case Contribution.Watching watching -> "evaluation: watches frames run";
            case Contribution.Hook hook -> "evaluation: hook before each frame";
            case Contribution.StrategyWrapping wrapping -> "evaluation: wraps the strategy";
            case Contribution.Replacement<?> replacement ->
                "replaces " + replacement.stage().getSimpleName();
            case Contribution.Wrapping<?> wrapping ->
                "wraps " + wrapping.stage().getSimpleName();
            case Contribution.Failure failure -> "cannot be used: " + failure.report();
        };
    }
}
