package org.pyvm.modules.zlib;

/** An error of the library; the module shows it as its {@code error}. */
final class ZlibFailure extends Exception {
    private static final long serialVersionUID = 1;

    static final int NEED_DICTIONARY = 2;
    static final int STREAM_ERROR = -2;
    static final int DATA_ERROR = -3;
    static final int BUFFER_ERROR = -5;

    private final int code;

    /** @param message null for none beyond what the code says */
    ZlibFailure(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static ZlibFailure data(String message) {
        return new ZlibFailure(DATA_ERROR, message);
    }

    static ZlibFailure stream() {
        return new ZlibFailure(STREAM_ERROR, null);
    }

    /** The text of the Python exception. @param action what was being done */
    String describe(String action) {
        String detail = getMessage();
        if (detail == null) {
            detail = switch (code) {
                case STREAM_ERROR -> "inconsistent stream state";
                case DATA_ERROR -> "invalid input data";
                case BUFFER_ERROR -> "incomplete or truncated stream";
                default -> null;
            };
        }
        return "Error " + code + " " + action + (detail == null ? "" : ": " + detail);
    }
}
