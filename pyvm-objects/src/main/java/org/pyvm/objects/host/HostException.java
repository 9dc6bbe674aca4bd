package org.pyvm.objects.host;

/**
 * What an operation of the outer world failed with; callers raise Python's {@code OSError} from it. Carries no Java stack
 * trace.
 */
public final class HostException extends RuntimeException {
    private final int errno;
    private final String path;
    private final String otherPath;

    public HostException(Errno errno) {
        this(errno.number(), null, null);
    }

    public HostException(Errno errno, String path) {
        this(errno.number(), path, null);
    }

    /**
     * @param errno see {@link Errno}
     * @param path the file that the operation was about, as the caller named it, or null
     * @param otherPath the second file of a rename or link, or null
     */
    public HostException(int errno, String path, String otherPath) {
        super(null, null, false, false);
        this.errno = errno;
        this.path = path;
        this.otherPath = otherPath;
    }

    public int errno() {
        return errno;
    }

    public String path() {
        return path;
    }

    public String otherPath() {
        return otherPath;
    }

    /** What {@code os.strerror} says of the number. */
    public String strerror() {
        Errno known = Errno.of(errno);
        return known == null ? "Unknown error " + errno : known.message();
    }

    @Override
    public String getMessage() {
        String names = path == null ? "" : ": '" + path + "'" + (otherPath == null ? "" : " -> '" + otherPath + "'");
        return "[Errno " + errno + "] " + strerror() + names;
    }
}
