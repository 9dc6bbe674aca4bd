package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The dumps of the whole standard library, as hashes of what CPython 3.11 gives. */
class StandardLibraryTest {
    /** Copied by the build from the Maven repository. */
    private static final String ZIP = System.getProperty("pyvm.stdlib.zip", "target/stdlib.zip");

    @Test
    void everyFileHasCPythonsDump() throws IOException, NoSuchAlgorithmException {
        Map<String, String> expected = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                StandardLibraryTest.class.getResourceAsStream("standard-library.sha256"), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> expected.put(line.substring(65), line.substring(0, 64)));
        }
        Map<String, String> actual = new TreeMap<>();
        try (var zip = new ZipFile(ZIP)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".py")) {
                    byte[] source = zip.getInputStream(entry).readAllBytes();
                    actual.put(entry.getName(), sha256(Stages.SHORT_TREES.dump(source, entry.getName())));
                }
            }
        }
        assertEquals(expected, actual);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
