package org.pyvm.cli;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.runtime.Configuration;

/** What the command line and the environment ask for. Plain data; filled by {@link OptionParser} and {@link Surroundings}. */
final class Options {
    /** What is run. */
    enum Program {
        /** {@code -c}. */
        COMMAND,
        /** {@code -m}. */
        MODULE,
        /** A file, folder or archive. */
        FILE,
        /** Standard input: a prompt when it is a terminal. */
        STANDARD_INPUT
    }

    final Configuration configuration = new Configuration();
    Program program = Program.STANDARD_INPUT;
    /** The command, module or file name. */
    String target;
    /** {@code -X stages}. */
    boolean stages;
    /** {@code -X faulthandler}. */
    boolean faulthandler;
    /** {@code -x}. */
    boolean skipFirstLine;
    /** How often {@code -V} was given. */
    int versions;
    /** What {@code --help} and its kin print, or null. */
    String help;
    /** {@code -W}, in order. */
    final List<String> warnings = new ArrayList<>();
    /** {@code --check-hash-based-pycs}. */
    String checkHashBasedPycs = "default";
    /** Folders with jars of plugins, from {@code -X plugin-path=} or PYVM_PLUGIN_PATH. */
    final List<String> pluginPath = new ArrayList<>();
    /** Names of plugins, from {@code -X plugins=} or PYVM_PLUGINS. */
    final List<String> plugins = new ArrayList<>();
    /** A script that the prompt runs first, or null. */
    String startupFile;

    /** The value of an {@code -X} option: null when not given, empty when without value. The last one counts. */
    String xOption(String name) {
        String found = null;
        for (String[] option : configuration.xOptions) {
            if (option[0].equals(name)) {
                found = option[1] == null ? "" : option[1];
            }
        }
        return found;
    }
}
