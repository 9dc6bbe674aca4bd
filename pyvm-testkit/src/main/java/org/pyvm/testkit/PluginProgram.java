package org.pyvm.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pyvm.objects.host.DenyingHost;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.MountedFiles;
import org.pyvm.objects.host.ZipTree;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;

/**
 * A program and the plugins that it is run with, in an interpreter of its own that reaches nothing outside. Immutable; each
 * run starts anew.
 */
public final class PluginProgram {
    private static final String FOLDER = "/programs";

    private final String name;
    private final String source;
    private final List<PyvmPlugin> plugins;
    private final List<String> pluginNames;
    private final String strategy;

    private PluginProgram(
            String name, String source, List<PyvmPlugin> plugins, List<String> pluginNames, String strategy) {
        this.name = name;
        this.source = source;
        this.plugins = plugins;
        this.pluginNames = pluginNames;
        this.strategy = strategy;
    }

    /** A program without plugins, but for those of the class path that it asks for itself. */
    public static PluginProgram of(String source) {
        return named("program.py", source);
    }

    /** @param name of its file, which tracebacks show below {@code /programs} */
    public static PluginProgram named(String name, String source) {
        return new PluginProgram(name, source, List.of(), List.of(), "tiered");
    }

    /** The program with a plugin on. */
    public PluginProgram with(PyvmPlugin plugin) {
        return new PluginProgram(name, source, plus(plugins, plugin), pluginNames, strategy);
    }

    /** The program with a plugin of the class path on. */
    public PluginProgram with(String plugin) {
        return new PluginProgram(name, source, plugins, plus(pluginNames, plugin), strategy);
    }

    /** The program under an evaluation strategy. */
    public PluginProgram under(String evaluation) {
        return new PluginProgram(name, source, plugins, pluginNames, evaluation);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }

    /** What the program prints; behind that, what python3 would print of an exception that it does not catch. */
    public String run() {
        return inInterpreter(pyvm -> pyvm.runFile(path()));
    }

    /**
     * What a stage makes of the program.
     *
     * @param view {@code tokens}, {@code tree}, {@code ast}, {@code symtable}, {@code cfg} or {@code code}
     * @param options of {@code python -m pyvm.VIEW}
     */
    public String view(String view, String... options) {
        StringBuilder arguments = new StringBuilder("'pyvm." + view + "'");
        for (String option : options) {
            arguments.append(", '").append(option).append('\'');
        }
        return inInterpreter(pyvm -> pyvm.exec("import sys, runpy\nsys.argv = [" + arguments + ", '" + path()
                + "']\nrunpy.run_module('pyvm." + view + "', run_name='__main__')\n"));
    }

    /** The path that tracebacks show. */
    public String path() {
        return FOLDER + "/" + name;
    }

    private interface Use {
        void use(Pyvm pyvm);
    }

    private String inInterpreter(Use use) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Host closed = new DenyingHost(new ByteArrayInputStream(new byte[0]), output, output);
        Pyvm.Builder builder =
                Pyvm.builder().strategy(strategy).host(MountedFiles.mount(closed, FOLDER, new ZipTree(archive())));
        plugins.forEach(builder::plugin);
        pluginNames.forEach(builder::plugin);
        String error = "";
        try (Pyvm pyvm = builder.build()) {
            try {
                use.use(pyvm);
            } catch (PyvmException e) {
                error = e.traceback().isEmpty() ? e.getMessage() : e.traceback();
            }
        }
        return output.toString(StandardCharsets.UTF_8) + error;
    }

    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(source.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
