package org.pyvm.objects.host;

/** The machine and the operating system. */
public interface Machine {
    /** What {@code os.uname} tells. */
    record Name(String sysname, String nodename, String release, String version, String machine) {}

    Name name();

    /** Processors that may be used; at least 1. */
    int processors();

    /** Average run queue length over 1, 5 and 15 minutes. */
    double[] loadAverage();
}
