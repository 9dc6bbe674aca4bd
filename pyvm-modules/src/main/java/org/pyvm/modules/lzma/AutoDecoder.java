package org.pyvm.modules.lzma;

/** Finds out the format from the first byte. */
final class AutoDecoder implements StreamDecoder {
    private final long memoryLimit;
    private StreamDecoder chosen;

    AutoDecoder(long memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    @Override
    public int check() {
        return chosen == null ? CHECK_UNKNOWN : chosen.check();
    }

    @Override
    public boolean isAtEnd() {
        return chosen != null && chosen.isAtEnd();
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        if (chosen == null) {
            if (in.available() == 0) {
                return true;
            }
            chosen = in.peek(0) == XzDecoder.FIRST_BYTE
                    ? new XzDecoder(memoryLimit)
                    : new AloneDecoder(memoryLimit, true);
        }
        return chosen.run(in, out);
    }
}
