package org.pyvm.modules.lzma;

/** What liblzma would answer instead of success; the module shows it as an {@code LZMAError}. Stackless. */
final class LzmaFailure extends Exception {
    private static final long serialVersionUID = 1;

    private LzmaFailure(String message) {
        super(message, null, false, false);
    }

    static LzmaFailure corrupt() {
        return new LzmaFailure("Corrupt input data");
    }

    static LzmaFailure options() {
        return new LzmaFailure("Invalid or unsupported options");
    }

    static LzmaFailure format() {
        return new LzmaFailure("Input format not supported by decoder");
    }

    static LzmaFailure check() {
        return new LzmaFailure("Unsupported integrity check");
    }

    static LzmaFailure memoryLimit() {
        return new LzmaFailure("Memory usage limit exceeded");
    }

    /** The library was used in a wrong way. */
    static LzmaFailure usage() {
        return new LzmaFailure("Internal error");
    }
}
