package org.pyvm.objects.host;

import java.util.List;

/**
 * Libraries of native code. Code that is called this way can do whatever the process can: who allows it has allowed everything.
 */
@FunctionalInterface
public interface NativeLibraries {
    /**
     * The first library that can be loaded.
     *
     * @param names file names, as the operating system's loader looks for them
     * @throws HostException ENOENT when there is none, ENOSYS where Java cannot call native code
     */
    NativeLibrary open(List<String> names);
}
