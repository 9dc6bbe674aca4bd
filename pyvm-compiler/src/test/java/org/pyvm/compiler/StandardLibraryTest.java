package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompilationContext;

/** The whole standard library compiles, verifies, and gives code objects with the fields of CPython's. */
class StandardLibraryTest {
    /** Copied by the build from the Maven repository. */
    private static final String ZIP = System.getProperty("pyvm.stdlib.zip", "target/stdlib.zip");

    /** The file has, for each source, the hash of what {@link #describe} says of the code that CPython 3.11 makes of it. */
    @Test
    void everyFileGivesCPythonsCodeObjects() throws IOException, NoSuchAlgorithmException {
        Map<String, String> expected = new TreeMap<>();
        Sources.file("standard-library.sha256")
                .lines()
                .forEach(line -> expected.put(line.substring(65), line.substring(0, 64)));
        Map<String, String> actual = new TreeMap<>();
        try (var zip = new ZipFile(ZIP)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".py")) {
                    byte[] source = zip.getInputStream(entry).readAllBytes();
                    actual.put(entry.getName(), sha256(describe(source, entry.getName())));
                }
            }
        }
        assertEquals(expected, actual);
    }

    private static String describe(byte[] source, String name) {
        CodeObject code = Sources.FRONT_END.compile(source, CompilationContext.of(name, CompilationContext.Mode.FILE));
        new CodeVerifier(InstructionSet.python()).verify(code);
        List<String> lines = new ArrayList<>();
        describe(code, lines);
        // CPython may lay out the branches of an if the other way round, and nested code with them.
        Collections.sort(lines);
        return String.join("\n", lines);
    }

    private static void describe(CodeObject code, List<String> lines) {
        lines.add(String.join(
                " ",
                code.qualName(),
                code.name(),
                String.valueOf(code.firstLine()),
                String.valueOf(code.argCount()),
                String.valueOf(code.posOnlyArgCount()),
                String.valueOf(code.kwOnlyArgCount()),
                String.valueOf(code.flags()),
                String.join(",", code.varNames().subList(0, code.parameterCount())),
                String.join(",", new TreeSet<>(code.varNames())),
                String.join(",", new TreeSet<>(code.cellVars())),
                String.join(",", code.freeVars())));
        for (Object constant : code.constants()) {
            if (constant instanceof CodeObject nested) {
                describe(nested, lines);
            }
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
