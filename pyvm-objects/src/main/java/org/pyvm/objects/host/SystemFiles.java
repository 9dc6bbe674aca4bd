package org.pyvm.objects.host;

/** Makes files that have a number of the operating system's, for open files that shall leave the process. */
public interface SystemFiles {
    /**
     * What is open under a number.
     *
     * @param access of {@link OpenFlags}: whether it is read, written, or both
     */
    OpenFile ofNumber(int number, int access);

    /** The numbers of a pipe's two ends: to read, to write. */
    int[] pipe();

    /** Two sockets of the operating system's that are connected. */
    OpenSocket[] socketPair();

    /** Opens a path, not waiting for the other end of a FIFO. @return the number */
    int open(String path, int flags);
}
