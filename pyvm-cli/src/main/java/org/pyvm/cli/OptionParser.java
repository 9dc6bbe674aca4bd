package org.pyvm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.modules.sys.SysFlags;
import org.pyvm.runtime.Configuration;

/** Reads the options that {@code python3} takes, up to the program's name. */
final class OptionParser {
    /** Options that take the rest of their word, or the next one. */
    private static final String WITH_ARGUMENT = "cmWX";

    private final String[] args;
    private final Options options = new Options();
    private int next;

    private OptionParser(String[] args) {
        this.args = args;
    }

    static Options parse(String[] args, String executable) throws UsageException {
        OptionParser parser = new OptionParser(args);
        Configuration configuration = parser.options.configuration;
        configuration.executable = executable;
        configuration.baseExecutable = System.getProperty("pyvm.launcher");
        configuration.originalArguments.add(executable);
        configuration.originalArguments.addAll(Arrays.asList(args));
        parser.readOptions();
        return parser.options;
    }

    private void readOptions() throws UsageException {
        while (next < args.length) {
            String word = args[next];
            if (word.length() < 2 || word.charAt(0) != '-') {
                break;
            }
            next++;
            if (word.equals("--")) {
                break;
            }
            boolean programFound = word.startsWith("--") ? longOption(word.substring(2)) : letters(word);
            if (programFound) {
                return;
            }
        }
        readProgram();
    }

    private void readProgram() {
        if (next == args.length) {
            options.configuration.arguments = new ArrayList<>(List.of(""));
            return;
        }
        if (!args[next].equals("-")) {
            options.program = Options.Program.FILE;
            options.target = args[next];
        }
        options.configuration.arguments = rest(next);
    }

    private List<String> rest(int from) {
        return new ArrayList<>(Arrays.asList(args).subList(from, args.length));
    }

    private boolean longOption(String name) throws UsageException {
        switch (name) {
            case "help" -> options.help = HelpTexts.help(options.configuration.executable);
            case "help-env" -> options.help = HelpTexts.ENVIRONMENT;
            case "help-xoptions" -> options.help = HelpTexts.X_OPTIONS;
            case "help-all" ->
                options.help = HelpTexts.help(options.configuration.executable) + "\n" + HelpTexts.ENVIRONMENT + "\n"
                        + HelpTexts.X_OPTIONS;
            case "version" -> options.versions++;
            case "check-hash-based-pycs" -> {
                if (next == args.length) {
                    throw UsageException.ofOptions("Argument expected for the --" + name + " option");
                }
                options.checkHashBasedPycs = args[next++];
                if (!List.of("always", "never", "default").contains(options.checkHashBasedPycs)) {
                    throw UsageException.ofOptions(
                            "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
                }
            }
            default -> throw UsageException.ofOptions("unknown option --" + name);
        }
        return false;
    }

    /** One word of one-letter options. Returns whether it named the program, which ends the options. */
    private boolean letters(String word) throws UsageException {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (WITH_ARGUMENT.indexOf(letter) < 0) {
                flag(letter);
                continue;
            }
            String argument = word.substring(i + 1);
            if (argument.isEmpty()) {
                if (next == args.length) {
                    throw UsageException.ofOptions("Argument expected for the -" + letter + " option");
                }
                argument = args[next++];
            }
            return withArgument(letter, argument);
        }
        return false;
    }

    private boolean withArgument(char letter, String argument) {
        switch (letter) {
            case 'W' -> options.warnings.add(argument);
            case 'X' -> options.configuration.xOptions.add(xOption(argument));
            default -> {
                options.program = letter == 'c' ? Options.Program.COMMAND : Options.Program.MODULE;
                options.target = argument;
                options.configuration.arguments = rest(next);
                options.configuration.arguments.addFirst("-" + letter);
                return true;
            }
        }
        return false;
    }

    private static String[] xOption(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0
                ? new String[] {argument, null}
                : new String[] {argument.substring(0, equals), argument.substring(equals + 1)};
    }

    private void flag(char letter) throws UsageException {
        SysFlags flags = options.configuration.flags;
        switch (letter) {
            case 'b' -> flags.bytesWarning++;
            case 'B' -> flags.dontWriteBytecode = 1;
            case 'd' -> flags.debug++;
            case 'E' -> flags.ignoreEnvironment = 1;
            case 'h', '?' -> options.help = HelpTexts.help(options.configuration.executable);
            case 'i' -> {
                flags.inspect++;
                flags.interactive++;
            }
            case 'I' -> {
                flags.isolated = 1;
                flags.ignoreEnvironment = 1;
                flags.noUserSite = 1;
                flags.safePath = 1;
            }
            case 'O' -> flags.optimize++;
            case 'P' -> flags.safePath = 1;
            case 'q' -> flags.quiet++;
            case 's' -> flags.noUserSite = 1;
            case 'S' -> {
                flags.noSite = 1;
                options.configuration.importSite = false;
            }
            case 'u' -> options.configuration.unbuffered = true;
            case 'v' -> flags.verbose++;
            case 'V' -> options.versions++;
            case 'x' -> options.skipFirstLine = true;
            // Hashes are random by default, and tabs are checked always.
            case 'R', 't' -> {}
            case 'J' -> throw UsageException.ofOptions("-J is reserved for Jython");
            default -> throw UsageException.ofOptions("Unknown option: -" + letter);
        }
    }
}
