package org.pyvm.modules.sys;

import org.pyvm.objects.types.PyStructSequence;

/** {@code sys.flags} as the command line or an embedder sets them. */
public final class SysFlags {
    public int debug;
    public int inspect;
    public int interactive;
    public int optimize;
    public int dontWriteBytecode;
    public int noUserSite;
    public int noSite;
    public int ignoreEnvironment;
    public int verbose;
    public int bytesWarning;
    public int quiet;
    public int hashRandomization = 1;
    public int isolated;
    public int devMode;
    public int utf8Mode;
    public int warnDefaultEncoding;
    public int safePath;
    public int intMaxStrDigits = -1;

    /** The value of {@code sys.flags}. */
    public PyStructSequence toPython() {
        return SysTuples.flags(new int[] {
            debug,
            inspect,
            interactive,
            optimize,
            dontWriteBytecode,
            noUserSite,
            noSite,
            ignoreEnvironment,
            verbose,
            bytesWarning,
            quiet,
            hashRandomization,
            isolated,
            devMode,
            utf8Mode,
            warnDefaultEncoding,
            safePath,
            intMaxStrDigits
        });
    }
}
