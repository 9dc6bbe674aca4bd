package org.pyvm.runtime;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.modules.sys.SysFlags;
import org.pyvm.objects.InterpreterLock;

/** What the command line or an embedder decides before an interpreter starts. Plain data; changed by its maker only. */
public final class Configuration {
    /** {@code sys.flags}. */
    public final SysFlags flags = new SysFlags();
    /** {@code sys.argv}. */
    public List<String> arguments = new ArrayList<>(List.of(""));
    /** {@code sys.orig_argv}. */
    public List<String> originalArguments = new ArrayList<>();
    /** Entries that come first in {@code sys.path}, PYTHONPATH's among them. */
    public List<String> pathPrefix = new ArrayList<>();
    /** {@code sys.warnoptions}. */
    public List<String> warnOptions = new ArrayList<>();
    /** {@code sys._xoptions}: names with their values, null for none. */
    public List<String[]> xOptions = new ArrayList<>();
    /** {@code sys.executable}. */
    public String executable = "";

    /** {@code sys._base_executable}: what virtual environments link to; null when it is {@link #executable}. */
    public String baseExecutable;
    /** The folder that holds {@code lib/python3.11}: {@code sys.prefix}. */
    public String home = "";
    /** Name of the evaluation strategy. */
    public String strategy = "tiered";
    /** Whether {@code site} is imported. */
    public boolean importSite = true;
    /** {@code -u}: standard streams without buffers. */
    public boolean unbuffered;
    /** PYTHONIOENCODING, or null. */
    public String ioEncoding;
    /** Names of the passes over control flow graphs that Python's own compiler makes; null for all. */
    public List<String> passes;
    /** What the interpreter's threads take turns by; of one interpreter only. */
    public InterpreterLock lock = new InterpreterLock();
    /** Where the frames of calls come from: {@code plain} or {@code zombie}. */
    public String frames = "plain";
    /** {@code -X importtime}. */
    public boolean importTimes;
    /** Whether tracebacks and {@code co_positions} show columns: not with {@code -X no_debug_ranges}. */
    public boolean debugRanges = true;
    /** {@code sys.platlibdir}; null for the usual one. */
    public String platformLibraryFolder;
    /** {@code sys.pycache_prefix}, or null. */
    public String pycachePrefix;
}
