package org.pyvm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.modules.sys.SysFlags;
import org.pyvm.objects.host.Environment;
import org.pyvm.runtime.Configuration;

/** Adds to the options what environment variables say, and settles what {@code -X} options say. */
final class Surroundings {
    private final Options options;
    private final Configuration configuration;
    private final SysFlags flags;
    private final Environment environment;

    private Surroundings(Options options, Environment environment) {
        this.options = options;
        this.configuration = options.configuration;
        this.flags = configuration.flags;
        this.environment = environment;
    }

    static void apply(Options options, Environment environment) throws UsageException {
        Surroundings surroundings = new Surroundings(options, environment);
        surroundings.switches();
        surroundings.texts();
        surroundings.warnings();
        surroundings.integerDigits();
        surroundings.ours();
        surroundings.checkHashSeed();
    }

    /** A variable that is set to something, unless the environment is to be ignored; else null. */
    private String variable(String name) {
        if (flags.ignoreEnvironment != 0) {
            return null;
        }
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A level: a number counts as it is, anything else as 1. */
    private int level(String name, int atLeast) {
        String value = variable(name);
        if (value == null) {
            return atLeast;
        }
        int number = 1;
        if (value.matches("[0-9]{1,9}")) {
            number = Integer.parseInt(value);
        }
        // PYTHONOPTIMIZE=0 is heard as 1: the variable is there.
        return Math.max(atLeast, Math.max(number, 1));
    }

    private void switches() {
        flags.debug = level("PYTHONDEBUG", flags.debug);
        flags.verbose = level("PYTHONVERBOSE", flags.verbose);
        flags.optimize = level("PYTHONOPTIMIZE", flags.optimize);
        flags.inspect = level("PYTHONINSPECT", flags.inspect);
        flags.dontWriteBytecode |= variable("PYTHONDONTWRITEBYTECODE") == null ? 0 : 1;
        flags.noUserSite |= variable("PYTHONNOUSERSITE") == null ? 0 : 1;
        flags.safePath |= variable("PYTHONSAFEPATH") == null ? 0 : 1;
        configuration.unbuffered |= variable("PYTHONUNBUFFERED") != null;
        flags.warnDefaultEncoding =
                variable("PYTHONWARNDEFAULTENCODING") != null || options.xOption("warn_default_encoding") != null
                        ? 1
                        : 0;
        flags.devMode = variable("PYTHONDEVMODE") != null || options.xOption("dev") != null ? 1 : 0;
        String utf8 = options.xOption("utf8");
        utf8 = utf8 == null ? variable("PYTHONUTF8") : utf8;
        flags.utf8Mode = utf8 != null && !utf8.equals("0") ? 1 : 0;
    }

    private void texts() {
        String path = variable("PYTHONPATH");
        if (path != null) {
            configuration.pathPrefix.addAll(Arrays.asList(path.split(":", -1)));
        }
        configuration.ioEncoding = variable("PYTHONIOENCODING");
        String prefix = options.xOption("pycache_prefix");
        configuration.pycachePrefix =
                prefix == null ? variable("PYTHONPYCACHEPREFIX") : prefix.isEmpty() ? null : prefix;
        options.startupFile = variable("PYTHONSTARTUP");
        configuration.platformLibraryFolder = variable("PYTHONPLATLIBDIR");
        configuration.importTimes =
                options.xOption("importtime") != null || variable("PYTHONPROFILEIMPORTTIME") != null;
        configuration.debugRanges =
                options.xOption("no_debug_ranges") == null && variable("PYTHONNODEBUGRANGES") == null;
        options.faulthandler =
                options.xOption("faulthandler") != null || variable("PYTHONFAULTHANDLER") != null || flags.devMode != 0;
    }

    /** Later ones win, so what is said more deliberately comes last. */
    private void warnings() {
        List<String> all = new ArrayList<>();
        if (flags.devMode != 0) {
            all.add("default");
        }
        String variable = variable("PYTHONWARNINGS");
        if (variable != null) {
            all.addAll(Arrays.asList(variable.split(",")));
        }
        all.addAll(options.warnings);
        if (flags.bytesWarning > 0) {
            all.add(flags.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
        }
        for (String warning : all) {
            // A filter that is said again moves to the end.
            configuration.warnOptions.remove(warning);
            configuration.warnOptions.add(warning);
        }
    }

    private void integerDigits() throws UsageException {
        String variable = variable("PYTHONINTMAXSTRDIGITS");
        if (variable != null) {
            flags.intMaxStrDigits = digits(variable, "PYTHONINTMAXSTRDIGITS");
        }
        String option = options.xOption("int_max_str_digits");
        if (option != null) {
            flags.intMaxStrDigits = digits(option, "-X int_max_str_digits");
        }
    }

    private static int digits(String value, String source) throws UsageException {
        if (value.matches("[0-9]{1,9}")) {
            int digits = Integer.parseInt(value);
            if (digits == 0 || digits >= 640) {
                return digits;
            }
        }
        throw UsageException.fatal(
                "config_init_int_max_str_digits", source + ": invalid limit; must be >= 640 or 0 for unlimited.");
    }

    /** What CPython does not have. */
    private void ours() {
        String strategy = options.xOption("eval");
        strategy = strategy == null || strategy.isEmpty() ? variable("PYVM_EVAL") : strategy;
        if (strategy != null) {
            configuration.strategy = strategy;
        }
        String seed = options.xOption("chaos-seed");
        if (seed != null && configuration.strategy.equals("chaos")) {
            configuration.strategy = "chaos:" + seed;
        }
        String path = options.xOption("plugin-path");
        path = path == null ? variable("PYVM_PLUGIN_PATH") : path;
        if (path != null) {
            for (String folder : path.split(":")) {
                if (!folder.isBlank()) {
                    options.pluginPath.add(folder);
                }
            }
        }
        options.stages = options.xOption("stages") != null;
        configuration.passes = names(options.xOption("passes"));
        String frames = options.xOption("frames");
        configuration.frames = frames == null || frames.isEmpty() ? configuration.frames : frames;
        String plugins = options.xOption("plugins");
        plugins = plugins == null ? variable("PYVM_PLUGINS") : plugins;
        if (plugins != null) {
            options.plugins.addAll(names(plugins));
        }
    }

    /** Null for null. */
    private static List<String> names(String list) {
        return list == null
                ? null
                : Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private void checkHashSeed() throws UsageException {
        String seed = variable("PYTHONHASHSEED");
        if (seed == null || seed.equals("random")) {
            return;
        }
        if (!seed.matches("[0-9]{1,10}") || Long.parseLong(seed) > 0xFFFF_FFFFL) {
            throw UsageException.fatal(
                    "config_init_hash_seed",
                    "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]");
        }
        if (Long.parseLong(seed) == 0) {
            flags.hashRandomization = 0;
        }
        // Read when the first string is made, which nothing has done so far.
        System.setProperty("pyvm.hashseed", seed);
    }
}
