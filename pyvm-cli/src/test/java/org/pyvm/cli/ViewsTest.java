package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostBuilder;
import org.pyvm.objects.host.SystemHost;

/**
 * The sessions in {@code src/test/views}: lines that begin with {@code $ pyvm} are commands, run there, and below each is what it
 * prints, errors included, and its exit status if that is not 0. All run in this JVM. {@code -Dpyvm.record=true} writes down what
 * they print now, to be read in the diff.
 */
class ViewsTest {
    private static final Path VIEWS = Path.of("src", "test", "views").toAbsolutePath();
    private static final String PROMPT = "$ pyvm ";
    private static final long STACK_SIZE = 512L << 20;
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @BeforeAll
    static void useTheDistribution() {
        if (System.getProperty("pyvm.home") == null) {
            System.setProperty(
                    "pyvm.home", Path.of("target", "pyvm").toAbsolutePath().toString());
        }
    }

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(VIEWS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".session"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void printsWhatIsWrittenDown(String name) throws IOException, InterruptedException {
        Path file = VIEWS.resolve(name);
        String expected = Files.readString(file);
        StringBuilder actual = new StringBuilder();
        boolean begun = false;
        for (String line : expected.lines().toList()) {
            if (line.startsWith(PROMPT)) {
                begun = true;
                actual.append(line).append('\n').append(run(words(line.substring(PROMPT.length()))));
            } else if (!begun) {
                // What the session is about.
                actual.append(line).append('\n');
            }
        }
        if (Boolean.getBoolean("pyvm.record")) {
            Files.writeString(file, actual);
        } else {
            assertEquals(expected, actual.toString());
        }
    }

    /** Words, some of them in single quotes. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }

    private static String run(String[] args) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Host host = HostBuilder.from(SystemHost.withStreams(new ByteArrayInputStream(new byte[0]), printed, printed))
                .environment(new NoEnvironment())
                .build();
        host.files().changeDirectory(VIEWS.toString());
        int[] status = new int[1];
        Thread thread = new Thread(null, () -> status[0] = new CommandLine(host, args).run(), "session", STACK_SIZE);
        thread.start();
        thread.join();
        String text = withoutTheMachine(printed.toString(StandardCharsets.UTF_8));
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return status[0] == 0 ? ended : ended + "[exit status " + status[0] + "]\n";
    }

    private static String withoutTheMachine(String text) {
        return text.replace(VIEWS + "/", "")
                .replaceAll("[^ \"(\\n]*/lib/python3\\.11/", "<lib>/")
                .replaceAll(" at 0x[0-9a-f]*", " at 0x...")
                .replaceAll("(?m)^((?:stage|import) time:)(?: +\\d+ \\|)+", "$1 # |");
    }

    /** No variable is set, whatever the machine's are. */
    private static final class NoEnvironment implements Environment {
        private final Map<String, String> variables = new HashMap<>();

        @Override
        public Map<String, String> variables() {
            return Map.copyOf(variables);
        }

        @Override
        public String get(String name) {
            return variables.get(name);
        }

        @Override
        public void set(String name, String value) {
            variables.put(name, value);
        }

        @Override
        public void unset(String name) {
            variables.remove(name);
        }
    }
}
