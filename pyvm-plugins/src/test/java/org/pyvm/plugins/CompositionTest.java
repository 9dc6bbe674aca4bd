package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.parser.ExtensionCheck;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.runtime.internal.assembly.Certificate;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.Contributions;
import org.pyvm.runtime.internal.assembly.FrontEndAssembly;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;

/**
 * How plugins go together: which of the shipped ones are certified, that those compose in either order, and that sets drawn
 * at random assemble or are told what is wrong. {@code -Dpyvm.sets=200} draws as many, each compiles {@code -Dpyvm.files=10}
 * files of the standard library, or the whole of it with {@code -Dpyvm.library=all}.
 */
class CompositionTest {
    private static final int SETS = Integer.getInteger("pyvm.sets", 40);
    private static final boolean WHOLE_LIBRARY = "all".equals(System.getProperty("pyvm.library"));
    private static final int SAMPLE = Integer.getInteger("pyvm.files", 4);
    private static final Path PROGRAMS = Path.of("src/test/programs");

    private static Map<String, PyvmPlugin> shipped() {
        Map<String, PyvmPlugin> all = new TreeMap<>();
        for (PyvmPlugin plugin : ServiceLoader.load(PyvmPlugin.class)) {
            if (plugin.getClass().getName().startsWith("org.pyvm.plugins.")) {
                all.put(plugin.name(), plugin);
            }
        }
        return all;
    }

    private static FrontEnd assemble(List<PyvmPlugin> plugins) {
        return FrontEndAssembly.assemble(Contributions.of(plugins), new PluginOpcodes(), CfgCompiler.PEEPHOLE);
    }

    /** Whether another text, or other code, is a plugin's business, so that the library need not compile to the same. */
    private static boolean changesPython(PyvmPlugin plugin) {
        return Contributions.of(List.of(plugin)).all().stream()
                .anyMatch(each -> each instanceof Contribution.Replacement<?>
                        || each instanceof Contribution.Pass
                        || each instanceof Contribution.Rewrite<?>
                        || each instanceof Contribution.OpcodeMeaning);
    }

    private static List<PyvmPlugin> certified() {
        return shipped().values().stream()
                .filter(plugin -> Certificate.of(plugin).isGranted())
                .toList();
    }

    /** {@code src/test/programs/PLUGIN/certificate.txt}, where a new one is written down for the author to read. */
    @Test
    void theCertificateOfEveryPluginIsWhatIsRecorded() throws IOException {
        List<String> changed = new ArrayList<>();
        for (PyvmPlugin plugin : shipped().values()) {
            Path recorded = PROGRAMS.resolve(plugin.name()).resolve("certificate.txt");
            String certificate = Certificate.of(plugin) + "\n";
            if (!Files.exists(recorded)) {
                Files.writeString(recorded, certificate);
                changed.add("nothing was recorded in " + recorded + "; read what is there now");
            } else if (!Files.readString(recorded).equals(certificate)) {
                changed.add(certificate);
            }
        }
        assertEquals(List.of(), changed);
        assertTrue(certified().size() > 1, "some are certified");
    }

    @Test
    void everyPairOfCertifiedPluginsComposesInBothOrders() throws IOException {
        Map<String, byte[]> sample = library(SAMPLE);
        Map<String, String> plain = digests(FrontEnd.python(), sample);
        for (PyvmPlugin first : certified()) {
            Map<String, byte[]> programs = programs(first);
            for (PyvmPlugin second : certified()) {
                if (!first.name().equals(second.name())) {
                    String names = first.name() + ", " + second.name();
                    FrontEnd both = assemble(List.of(first, second));
                    assertEquals(plain, digests(both, sample), names);
                    programs.putAll(programs(second));
                    assertEquals(digests(assemble(List.of(second, first)), programs), digests(both, programs), names);
                }
            }
        }
    }

    /** A plugin's own programs. */
    private static Map<String, byte[]> programs(PyvmPlugin plugin) throws IOException {
        Map<String, byte[]> programs = new TreeMap<>();
        try (Stream<Path> files = Files.list(PROGRAMS.resolve(plugin.name()))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".py")).toList()) {
                // What a header asks for is on as it is, and the front end alone knows no header.
                String source = Files.readString(file).replaceAll("(?m)^from __syntax__ import .*$", "");
                programs.put(plugin.name() + "/" + file.getFileName(), source.getBytes(StandardCharsets.UTF_8));
            }
        }
        return programs;
    }

    @Test
    void setsDrawnAtRandomAssembleOrAreToldWhatIsWrong() throws IOException {
        List<PyvmPlugin> all = List.copyOf(shipped().values());
        Map<String, byte[]> library = library(SAMPLE);
        Map<Set<String>, Map<String, String>> expected = new HashMap<>();
        Random random = new Random(695);
        int conflicts = 0;
        for (int i = 0; i < SETS; i++) {
            List<PyvmPlugin> set = new ArrayList<>(all);
            Collections.shuffle(set, random);
            List<PyvmPlugin> chosen = set.subList(0, 1 + random.nextInt(set.size()));
            String names = chosen.stream().map(PyvmPlugin::name).collect(Collectors.joining(", "));
            boolean assembled = assertTimeoutPreemptively(
                    Duration.ofMinutes(5), () -> assembles(chosen, names, expected, library), names);
            conflicts += assembled ? 0 : 1;
        }
        System.out.println(SETS + " sets, " + conflicts + " conflicts reported, " + library.size() + " files each");
    }

    @Test
    void withAllThatLeavePythonAloneTheLibraryCompilesToTheSameCode() throws IOException {
        List<PyvmPlugin> all = shipped().values().stream()
                .filter(plugin -> !changesPython(plugin))
                .toList();
        Map<String, byte[]> files = library(2 * SAMPLE);
        assertEquals(digests(FrontEnd.python(), files), digests(assemble(all), files));
        System.out.println(all.size() + " plugins at once, " + files.size() + " files");
    }

    /**
     * Plugins change nothing about what those among them that change Python make of a file: without such, it is what
     * Python's own front end makes.
     *
     * @param expected that, by the names of those that change Python
     */
    private static boolean assembles(
            List<PyvmPlugin> chosen,
            String names,
            Map<Set<String>, Map<String, String>> expected,
            Map<String, byte[]> library) {
        FrontEnd frontEnd;
        try {
            frontEnd = assemble(chosen);
        } catch (AssemblyException e) {
            assertTrue(e.getMessage().contains("plugin "), e.getMessage());
            return false;
        }
        List<PyvmPlugin> changing =
                chosen.stream().filter(CompositionTest::changesPython).toList();
        Map<String, String> alone = expected.computeIfAbsent(
                changing.stream().map(PyvmPlugin::name).collect(Collectors.toSet()),
                none -> digests(changing.isEmpty() ? FrontEnd.python() : assemble(changing), library));
        assertEquals(alone, digests(frontEnd, library), names);
        return true;
    }

    @Test
    void spellingsThatPythonCanHaveSideBySideAreRefused() {
        assertTrue(ExtensionCheck.spellingReason("*-").contains("side by side"));
        assertTrue(ExtensionCheck.spellingReason("!").contains("begins Python's"));
        assertEquals(null, ExtensionCheck.spellingReason("|>"));
    }

    @Test
    void whatMayFollowPythonsRulesStays() {
        String more = "compound_stmt: ... | given_stmt\ngiven_stmt: 'given' test 'then' ':' suite\n";
        assertEquals(
                1,
                ExtensionCheck.reasons(more).stream()
                        .filter(each -> each.contains("rule test"))
                        .count());
        assertTrue(ExtensionCheck.reasons("compound_stmt: ... | given_stmt\ngiven_stmt: 'given' test ':' suite\n")
                .isEmpty());
        assertTrue(ExtensionCheck.reasons("compound_stmt: ... | other_if\nother_if: 'if' test 'then' suite\n")
                .toString()
                .contains("which Python has too"));
        assertTrue(ExtensionCheck.reasons("small_stmt: say | ...\nsay: \"say\" test\n")
                .toString()
                .contains("stands before"));
        assertTrue(ExtensionCheck.reasons("small_stmt: say | ...\nsay: \"say\" NAME\n")
                .isEmpty());
        assertTrue(ExtensionCheck.reasons(
                        "del_stmt: ... | 'del' '!!'\n", org.pyvm.tokenizer.TokenKind.create("BANG", "!!"))
                .toString()
                .contains("no hook"));
    }

    // The standard library and what it compiles to

    /** Files here and there in the library, or all of it. */
    private static Map<String, byte[]> library(int most) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int seen = 0;
        try (InputStream in = PyvmPlugin.class.getResourceAsStream("stdlib.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && (WHOLE_LIBRARY || files.size() < most);
                    entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".py") && (WHOLE_LIBRARY || seen++ % 23 == 0)) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        assertFalse(files.isEmpty());
        return files;
    }

    private static Map<String, String> digests(FrontEnd frontEnd, Map<String, byte[]> files) {
        return files.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, file -> digest(frontEnd, file.getValue())));
    }

    private static String digest(FrontEnd frontEnd, byte[] source) {
        try {
            StringBuilder text = new StringBuilder();
            add(frontEnd.compile(source, CompilationContext.of("file.py", CompilationContext.Mode.FILE)), text);
            return Integer.toHexString(text.toString().hashCode()) + " " + text.length();
        } catch (CompileException e) {
            return e.getMessage();
        }
    }

    private static void add(CodeObject code, StringBuilder text) {
        text.append(code.name()).append(java.util.Arrays.toString(code.code()));
        text.append(code.names())
                .append(code.varNames())
                .append(code.freeVars())
                .append(code.cellVars());
        text.append(code.flags())
                .append(' ')
                .append(code.stackSize())
                .append(' ')
                .append(code.firstLine());
        for (Object constant : code.constants()) {
            if (constant instanceof CodeObject inner) {
                add(inner, text);
            } else {
                text.append(constant).append(';');
            }
        }
        text.append(java.util.Arrays.hashCode(code.positions().toBytes()));
    }
}
