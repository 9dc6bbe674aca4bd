package org.pyvm.modules.lzma;

/** Decodes the data inside a container or without one. */
interface BodyDecoder {
    /**
     * Decodes what there is, until the output is full, the input ends or the data do.
     *
     * @return whether it stopped because more input must come
     */
    boolean run(ByteInput in, ByteOutput out) throws LzmaFailure;

    boolean isAtEnd();
}
