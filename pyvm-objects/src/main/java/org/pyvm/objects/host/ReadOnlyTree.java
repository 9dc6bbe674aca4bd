package org.pyvm.objects.host;

import java.util.List;

/** Files that can be read but not changed. Paths are relative to the root, parts separated by one slash; {@code ""} is the root. */
public interface ReadOnlyTree {
    /** A file's or directory's size and time, or null when it is not there. */
    Entry find(String path);

    /** The names in a directory. */
    List<String> list(String path);

    /** The bytes of a file, not to be changed. */
    byte[] read(String path);

    /** @param modifiedNanos since 1970 */
    record Entry(boolean isDirectory, long size, long modifiedNanos) {}
}
