package org.pyvm.modules.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pyvm.modules.marshal.CompiledFormat;

/** Collects compiled modules and writes the {@link CodeArchive} of them. Equal modules give equal bytes. */
public final class CodeArchiveWriter {
    private record Module(String name, int sourceSize, int checksum, byte[] code) {}

    private final List<Module> modules = new ArrayList<>();

    /** Adds a module. @param name see {@link CodeArchive} */
    public void add(String name, byte[] source, byte[] code) {
        modules.add(new Module(name, source.length, CodeArchive.checksum(source), code));
    }

    /** The whole archive. */
    public byte[] toBytes() {
        List<Module> sorted = new ArrayList<>(modules);
        sorted.sort(Comparator.comparingInt((Module m) -> m.name.hashCode()).thenComparing(Module::name));
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        ByteBuffer entries = buffer(sorted.size() * CodeArchive.ENTRY);
        for (Module module : sorted) {
            byte[] name = module.name.getBytes(StandardCharsets.UTF_8);
            entries.putInt(module.name.hashCode())
                    .putInt(names.size())
                    .putInt(name.length)
                    .putInt(module.sourceSize)
                    .putInt(module.checksum)
                    .putInt(code.size())
                    .putInt(module.code.length);
            names.writeBytes(name);
            code.writeBytes(module.code);
        }
        return buffer(CodeArchive.HEADER + entries.position() + names.size() + code.size())
                .put(CodeArchive.signature())
                .putInt(CompiledFormat.MAGIC)
                .putInt(sorted.size())
                .putInt(names.size())
                .put(entries.array())
                .put(names.toByteArray())
                .put(code.toByteArray())
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
