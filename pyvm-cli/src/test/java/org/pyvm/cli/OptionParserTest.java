package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pyvm.cli.Options.Program;

class OptionParserTest {
    private static Options parse(String line) throws UsageException {
        return OptionParser.parse(line.isEmpty() ? new String[0] : line.split(" "), "pyvm");
    }

    /** What {@code sys.argv} and the program are, as python3.11 shows them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-c pass a -b         | COMMAND        | pass | [-c, a, -b]",
                "-cpass a             | COMMAND        | pass | [-c, a]",
                "-Bcpass              | COMMAND        | pass | [-c]",
                "-m mod -x            | MODULE         | mod  | [-m, -x]",
                "-O prog.py -O        | FILE           | prog.py | [prog.py, -O]",
                "-- -c                | FILE           | -c   | [-c]",
                "- a                  | STANDARD_INPUT |      | [-, a]",
                "-q                   | STANDARD_INPUT |      | ['']",
                "-W error -X dev p.py | FILE           | p.py | [p.py]",
                "-Werror -Xdev p.py   | FILE           | p.py | [p.py]"
            })
    void findsTheProgram(String line, Program program, String target, String arguments) throws UsageException {
        Options options = parse(line);
        assertEquals(program, options.program);
        assertEquals(target, options.target);
        assertEquals(arguments.replace("''", ""), options.configuration.arguments.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-Q                           | Unknown option: -Q",
                "--foo                        | unknown option --foo",
                "-c                           | Argument expected for the -c option",
                "-W                           | Argument expected for the -W option",
                "-J                           | -J is reserved for Jython",
                "--check-hash-based-pycs some | --check-hash-based-pycs must be one of 'default', 'always', or 'never'"
            })
    void refusesInPythonsWords(String line, String message) {
        UsageException refusal = assertThrows(UsageException.class, () -> parse(line));
        assertEquals(message, refusal.getMessage());
        assertEquals(2, refusal.status());
    }

    @Test
    void isolatedImpliesThreeOthers() throws UsageException {
        var flags = parse("-I p.py").configuration.flags;
        assertEquals(
                List.of(1, 1, 1, 1),
                List.of(flags.isolated, flags.ignoreEnvironment, flags.noUserSite, flags.safePath));
    }

    @Test
    void repeatedLettersCount() throws UsageException {
        Options options = parse("-OO -bb -vvv -VV");
        assertEquals(2, options.configuration.flags.optimize);
        assertEquals(2, options.configuration.flags.bytesWarning);
        assertEquals(3, options.configuration.flags.verbose);
        assertEquals(2, options.versions);
    }

    @Test
    void theLastImplementationOptionCounts() throws UsageException {
        Options options = parse("-X eval=switch -X eval=table -X dev p.py");
        assertEquals("table", options.xOption("eval"));
        assertEquals("", options.xOption("dev"));
        assertTrue(options.xOption("plugins") == null);
    }
}
