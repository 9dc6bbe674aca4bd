package org.pyvm.runtime.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.imports.ModuleSource;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.types.PyModule;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/** Modules that are in no file: those in Java, and the parts of importlib that must run before files can be imported. */
public final class StandardLibrary implements ModuleSource {
    /** Frozen modules and their files below the standard library's folder. */
    private static final Map<String, String> FROZEN = Map.of(
            "_frozen_importlib", "importlib/_bootstrap.py",
            "_frozen_importlib_external", "importlib/_bootstrap_external.py",
            "zipimport", "zipimport.py");

    private final List<BuiltinModuleIndex> indexes;
    private final String folder;

    /**
     * @param indexes of the modules in Java; of two with the same name the first wins
     * @param folder of the standard library
     */
    public StandardLibrary(List<BuiltinModuleIndex> indexes, String folder) {
        this.indexes = List.copyOf(indexes);
        this.folder = folder;
    }

    /** The folder of the standard library. */
    public String folder() {
        return folder;
    }

    @Override
    public Set<String> builtinNames() {
        Set<String> names = new TreeSet<>();
        for (BuiltinModuleIndex index : indexes) {
            names.addAll(index.names());
        }
        return names;
    }

    @Override
    public PyModule createBuiltin(InterpreterState interpreter, String name) {
        for (BuiltinModuleIndex index : indexes) {
            PyModule module = index.create(name, interpreter);
            if (module != null) {
                return module;
            }
        }
        return null;
    }

    @Override
    public boolean isFrozen(String name) {
        return FROZEN.containsKey(name);
    }

    @Override
    public boolean isFrozenPackage(String name) {
        return false;
    }

    @Override
    public List<String> frozenNames() {
        List<String> names = new ArrayList<>(FROZEN.keySet());
        names.sort(null);
        return names;
    }

    @Override
    public String frozenOrigin(String name) {
        String file = FROZEN.get(name);
        return file.substring(0, file.length() - 3).replace('/', '.');
    }

    @Override
    public PyCode frozenCode(ThreadState thread, String name) {
        String file = FROZEN.get(name);
        String module = frozenOrigin(name);
        CompilationContext context = Compilation.context(thread, "<frozen " + module + ">", Mode.FILE, 0, -1);
        return Compilation.code(thread, read(thread, folder + "/" + file), context);
    }

    private static byte[] read(ThreadState thread, String path) {
        Host host = thread.interpreter().service(Host.class);
        OpenFile file = host.files().open(path, OpenFlags.READ_ONLY, 0);
        file.retain();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int count; (count = file.read(buffer, 0, buffer.length)) > 0; ) {
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        } finally {
            file.release();
        }
    }
}
