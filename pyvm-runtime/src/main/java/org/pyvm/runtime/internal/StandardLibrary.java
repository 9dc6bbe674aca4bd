package org.pyvm.runtime.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.imports.CodeArchive;
import org.pyvm.modules.imports.ModuleSource;
import org.pyvm.modules.marshal.CompiledFormat;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.PyModule;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/**
 * Where modules come from besides source files: those in Java, those frozen, and the code of the others as the build has
 * compiled it.
 */
public final class StandardLibrary implements ModuleSource {
    private static final String CACHE = "__pycache__/";
    private static final String COMPILED = ".pyvm-311.pyc";

    private final List<BuiltinModuleIndex> indexes;
    private final String folder;
    private final FileSystem files;
    private final CodeArchive archive;

    /** Asked for at every import; made anew when an index comes. */
    private volatile Set<String> names;

    /**
     * @param indexes of the modules in Java; of two with the same name the first wins
     * @param folder of the standard library
     * @param files where the folder is
     * @param archive what the build has compiled; null when all is to be made from source
     */
    public StandardLibrary(List<BuiltinModuleIndex> indexes, String folder, FileSystem files, CodeArchive archive) {
        this.indexes = new CopyOnWriteArrayList<>(indexes);
        this.folder = folder;
        this.files = files;
        this.archive = archive;
    }

    /** Adds modules in Java, behind those there are; a no-op for an index that is there already. */
    void add(BuiltinModuleIndex index) {
        if (!indexes.contains(index)) {
            indexes.add(index);
            names = null;
        }
    }

    /** The folder of the standard library. */
    public String folder() {
        return folder;
    }

    @Override
    public Set<String> builtinNames() {
        Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>();
            for (BuiltinModuleIndex index : indexes) {
                known.addAll(index.names());
            }
            known = Collections.unmodifiableSet(known);
            names = known;
        }
        return known;
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

    /** The frozen module of that name as far as there is code for it; else null. */
    private FrozenModule frozen(String name) {
        FrozenModule module = FrozenModule.named(name);
        return module == null || module.isNeededToStart() || archive != null && archive.has(module.codeName())
                ? module
                : null;
    }

    @Override
    public boolean isFrozen(String name) {
        return frozen(name) != null;
    }

    @Override
    public boolean isFrozenPackage(String name) {
        return FrozenModule.named(name).isPackage();
    }

    @Override
    public List<String> frozenNames() {
        List<String> names = new ArrayList<>();
        for (FrozenModule module : FrozenModule.ALL) {
            if (isFrozen(module.name())) {
                names.add(module.name());
            }
        }
        return names;
    }

    @Override
    public String frozenOrigin(String name) {
        return FrozenModule.named(name).origin();
    }

    @Override
    public PyCode frozenCode(ThreadState thread, String name) {
        FrozenModule module = FrozenModule.named(name);
        byte[] compiled = archive == null ? null : archive.code(module.codeName());
        if (compiled != null) {
            return CompiledFormat.read(thread, compiled);
        }
        CompilationContext context = Compilation.context(thread, module.codeName(), Mode.FILE, 0, -1);
        return Compilation.code(thread, files.readAll(folder + "/" + module.file()), context);
    }

    @Override
    public byte[] compiledFile(String path) {
        int cache = path.lastIndexOf(CACHE);
        if (archive == null || cache < 0 || !path.endsWith(COMPILED) || !path.startsWith(folder)) {
            return null;
        }
        String source = path.substring(0, cache)
                + path.substring(cache + CACHE.length(), path.length() - COMPILED.length())
                + ".py";
        String name = source.substring(folder.length() + 1);
        if (!archive.has(name)) {
            return null;
        }
        byte[] code;
        try {
            code = archive.code(name, files.readAll(source));
        } catch (HostException e) {
            // The source is gone: importlib will find out.
            return null;
        }
        return code == null ? null : compiledFile(code);
    }

    /** Code with the header of a compiled file that says: do not compare me with the source. We have. */
    private static byte[] compiledFile(byte[] code) {
        byte[] header = Arrays.copyOf(CompiledFormat.magicBytes(), 16);
        header[4] = 1;
        byte[] file = Arrays.copyOf(header, 16 + code.length);
        System.arraycopy(code, 0, file, 16, code.length);
        return file;
    }
}
