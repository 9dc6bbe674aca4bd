package org.pyvm.modules.zlib;

/** What stands around compressed data, as {@code wbits} says. */
enum Container {
    ZLIB,
    GZIP,
    RAW,
    /** For decompression: zlib or gzip, as the header says. */
    AUTOMATIC;

    /** Null for a number that means nothing to compressors. */
    static Container forCompression(int windowBits) {
        if (windowBits >= 9 && windowBits <= 15 || windowBits == 8) {
            return ZLIB;
        }
        if (windowBits <= -9 && windowBits >= -15) {
            return RAW;
        }
        return windowBits >= 25 && windowBits <= 31 || windowBits == 24 ? GZIP : null;
    }

    /** Null for a number that means nothing to decompressors. */
    static Container forDecompression(int windowBits) {
        if (windowBits == 0 || windowBits >= 8 && windowBits <= 15) {
            return ZLIB;
        }
        if (windowBits <= -8 && windowBits >= -15) {
            return RAW;
        }
        if (windowBits == 16 || windowBits >= 24 && windowBits <= 31) {
            return GZIP;
        }
        return windowBits == 32 || windowBits >= 40 && windowBits <= 47 ? AUTOMATIC : null;
    }
}
