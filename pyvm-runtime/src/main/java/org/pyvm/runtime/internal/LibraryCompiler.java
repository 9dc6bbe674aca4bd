package org.pyvm.runtime.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.modules.imports.CodeArchiveWriter;
import org.pyvm.modules.marshal.CompiledFormat;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.ReadOnlyTree;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.objects.host.ZipTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;

/**
 * Compiles the standard library to one {@link org.pyvm.modules.imports.CodeArchive}, at build time. Does nothing when the
 * archive is there and neither the library nor the compiler has changed.
 */
public final class LibraryCompiler {
    /** The parts of the class path that decide what the compiler makes of a source. */
    private static final List<String> COMPILER = List.of("tokenizer", "parser", "ast", "symtable", "compiler");

    private final FileSystem files = SystemHost.withOwnStreams().files();
    private final FrontEnd frontEnd = FrontEnd.python();
    private final ThreadState thread = new InterpreterState().newThread();
    private final Map<String, byte[]> sources = new TreeMap<>();
    private final Map<String, byte[]> overlay = new TreeMap<>();

    private LibraryCompiler() {}

    /**
     * @param args the library as a zip file, the folder of what is laid over it, and the archive to be written; {@code
     *     overlay.zip} is written beside it
     */
    public static void main(String[] args) {
        LibraryCompiler compiler = new LibraryCompiler();
        byte[] library = compiler.files.readAll(args[0]);
        compiler.addTree(new ZipTree(library), "");
        compiler.addFolder(args[1], "");
        compiler.compileTo(args[2]);
        compiler.write(args[2].substring(0, args[2].lastIndexOf('/') + 1) + "overlay.zip", compiler.overlayArchive());
    }

    /** What is laid over the library, for those who have it on the class path: the library itself is somebody else's archive. */
    private byte[] overlayArchive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : overlay.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // Equal input makes equal bytes.
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void addTree(ReadOnlyTree tree, String folder) {
        for (String name : tree.list(folder)) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            if (tree.find(path).isDirectory()) {
                addTree(tree, path);
            } else if (path.endsWith(".py")) {
                sources.put(path, tree.read(path));
            }
        }
    }

    private void addFolder(String folder, String below) {
        for (String name : files.list(folder)) {
            String path = folder + "/" + name;
            if (name.endsWith(".py")) {
                byte[] source = files.readAll(path);
                sources.put(below + name, source);
                overlay.put(below + name, source);
            } else if (name.indexOf('.') < 0 && !name.startsWith("__")) {
                addFolder(path, below + name + "/");
            }
        }
    }

    private void compileTo(String archive) {
        byte[] key = key();
        if (Arrays.equals(key, readOrNull(archive + ".key")) && readOrNull(archive) != null) {
            return;
        }
        CodeArchiveWriter writer = new CodeArchiveWriter();
        List<String> names = new ArrayList<>();
        for (FrozenModule module : FrozenModule.ALL) {
            if (sources.containsKey(module.file()) && !names.contains(module.codeName())) {
                names.add(module.codeName());
                add(writer, module.codeName(), module.codeName(), sources.get(module.file()));
            }
        }
        // The path is where the library will be: importlib puts it in.
        sources.forEach((name, source) -> add(writer, name, "", source));
        write(archive, writer.toBytes());
        write(archive + ".key", key);
    }

    private void add(CodeArchiveWriter writer, String name, String fileName, byte[] source) {
        try {
            PyCode code = new PyCode(frontEnd.compile(source, CompilationContext.of(fileName, Mode.FILE)));
            writer.add(name, source, CompiledFormat.write(thread, code));
        } catch (CompileException e) {
            // Left out; whoever imports it hears of the error as with any other file.
            return;
        }
    }

    /** Says what the archive is made of. */
    private byte[] key() {
        CRC32 sum = new CRC32();
        sources.forEach((name, source) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(source);
        });
        for (String entry : System.getProperty("java.class.path").split(":")) {
            if (COMPILER.stream().anyMatch(module -> entry.contains("pyvm-" + module))) {
                digest(entry, sum);
            }
        }
        return ByteBuffer.allocate(12)
                .putInt(CompiledFormat.MAGIC)
                .putLong(sum.getValue())
                .array();
    }

    /** Takes in a jar, or all class files below a folder. */
    private void digest(String path, CRC32 sum) {
        if (path.endsWith(".jar") || path.endsWith(".class")) {
            sum.update(files.readAll(path));
            return;
        }
        List<String> names = new ArrayList<>(files.list(path));
        names.sort(null);
        for (String name : names) {
            if (name.endsWith(".class") || name.indexOf('.') < 0) {
                digest(path + "/" + name, sum);
            }
        }
    }

    private byte[] readOrNull(String path) {
        try {
            return files.readAll(path);
        } catch (HostException e) {
            return null;
        }
    }

    private void write(String path, byte[] bytes) {
        OpenFile file = files.open(path, OpenFlags.WRITE_ONLY | OpenFlags.CREATE | OpenFlags.TRUNCATE, 0644);
        file.retain();
        try {
            for (int done = 0; done < bytes.length; ) {
                done += file.write(bytes, done, bytes.length - done);
            }
        } finally {
            file.release();
        }
    }
}
