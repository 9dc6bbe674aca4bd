package org.pyvm.cli;

/** What {@code --help} and its kin print. */
final class HelpTexts {
    static final String ENVIRONMENT = """
        Environment variables:
        PYTHONPATH              more places to import from, separated by ':'
        PYTHONSTARTUP           a file that is run before the first prompt
        PYTHONSAFEPATH          as -P
        PYTHONDONTWRITEBYTECODE as -B
        PYTHONPYCACHEPREFIX     where compiled files are kept, as -X pycache_prefix
        PYTHONOPTIMIZE          as -O; a number says how often
        PYTHONINSPECT           as -i
        PYTHONUNBUFFERED        as -u
        PYTHONVERBOSE           as -v; a number says how often
        PYTHONWARNINGS          as -W; several are separated by ','
        PYTHONNOUSERSITE        as -s
        PYTHONIOENCODING        encoding[:errors] of the standard streams
        PYTHONHASHSEED          'random', or a number that makes the hashes of strings the same in each run
        PYTHONINTMAXSTRDIGITS   as -X int_max_str_digits
        PYTHONDEVMODE           as -X dev
        PYTHONBREAKPOINT        what breakpoint() calls; 0 for nothing
        PYTHONWARNDEFAULTENCODING  as -X warn_default_encoding
        PYTHONPROFILEIMPORTTIME as -X importtime
        PYTHONFAULTHANDLER      as -X faulthandler
        PYTHONNODEBUGRANGES     as -X no_debug_ranges
        PYTHONPLATLIBDIR        sys.platlibdir
        PYTHONUTF8, PYTHONDEBUG accepted: as -X utf8, -d
        PYVM_EVAL               as -X eval
        PYVM_PLUGINS            as -X plugins
        PYVM_PLUGIN_PATH        as -X plugin-path
        Without effect:
        PYTHONHOME              the library is the one that pyvm was built with
        PYTHONCASEOK            file names keep their case
        PYTHONCOERCECLOCALE     text is UTF-8 in every locale
        PYTHONMALLOC            memory is the Java machine's
        """;

    static final String X_OPTIONS = """
        Options of this implementation:
        -X eval=NAME            how code is evaluated: tiered (default), switch, table,
                                adaptive, closure, jit, or a plugin's; chaos moves running code
                                between them at random
        -X eval=lockstep:A,B    runs the program by two strategies at once, and tells the
                                first difference between them
        -X chaos-seed=N         the seed of -X eval=chaos; 0
        -X plugins=NAME,NAME    plugins to use: syntax, instructions, modules
        -X plugin-path=DIR:DIR  folders with jars of plugins
        -X passes=NAME,NAME     the optimizations that are made, of constant-folding,
                                unpack-shortcut, dead-code, jump-threading and
                                not-elimination; none when left empty
        -X frames=plain|zombie  whether each call makes a frame, or uses one again
        -X stages               tell what stages the program goes through, and their times
        -X dev                  more warnings and checks
        -X faulthandler         call faulthandler.enable() at the start
        -X importtime           tell how long each import takes
        -X int_max_str_digits=N limit of digits between int and str; 0 for none
        -X no_debug_ranges      show no columns in tracebacks and co_positions()
        -X pycache_prefix=PATH  keep compiled files in a tree of their own below PATH
        -X utf8[=0|1]           accepted: files and streams are UTF-8 in any case
        -X warn_default_encoding  warn where an encoding is left to the default
        Others are accepted and show in sys._xoptions; of CPython's these have no effect:
        frozen_modules          the modules of the start are compiled in any case
        showrefcount            there are no reference counts
        tracemalloc             the module can be imported; the Java machine's allocations
                                cannot be traced
        """;

    private static final String OPTIONS = """
        Options:
        -b      warn of str(bytes) and of comparing bytes with str; -bb makes that an error
        -B      write no compiled files
        -c CMD  run the text CMD; what follows are its arguments
        -d      accepted
        -E      ignore the variables PYTHON...
        -h      this text; also -? and --help
        -i      prompt after the program has run
        -I      isolated: -E, -s and -P together
        -m MOD  run a module of the library; what follows are its arguments
        -O      leave out assertions; -OO docstrings too
        -P      do not import from the program's own folder
        -q      prompt without a banner
        -s      do not import from the user's folder
        -S      do not import 'site' at the start
        -u      write standard output and error at once
        -v      tell what is imported, and from where; -vv tells where it was looked for
        -V      tell the version; -VV tells more; also --version
        -W ARG  a warning filter: action:message:category:module:line
        -x      skip the first line of the program
        -X OPT  an option of this implementation; see --help-xoptions
        --check-hash-based-pycs always|default|never
                when compiled files that carry a hash are compared with their source
        --help-env, --help-xoptions, --help-all
                more of this
        What is run:
        FILE    a program, or a folder or zip archive that holds a __main__.py
        -       standard input, as when nothing is named; with a prompt if it is a terminal
        ARG ... arguments of the program: sys.argv[1:]
        """;

    private HelpTexts() {}

    static String usage(String executable) {
        return "usage: " + executable + " [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";
    }

    static String help(String executable) {
        return usage(executable) + OPTIONS;
    }
}
