package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.testkit.PluginProgram;

/** Programs print what is written down beside them. */
class ProgramsTest {
    private static final Path PROGRAMS = Path.of("programs");

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "adaptive", "closure", "jit", "tiered"})
    void helloPrintsWhatIsWrittenDown(String strategy) throws IOException {
        String source = Files.readString(PROGRAMS.resolve("hello.py"));
        String printed = PluginProgram.named("hello.py", source).with(new ${className}Plugin()).under(strategy).run();
        assertEquals(Files.readString(PROGRAMS.resolve("hello.out")), printed);
    }
}
