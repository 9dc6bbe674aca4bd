package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;

/**
 * Positions in a {@link TextIOWrapper}. The characters given out lie somewhere in the middle of a chunk of bytes, so a position
 * is a place where the decoder's state is known, and how to go on from there; see {@link TextPosition}.
 */
final class TextSeeking {
    private TextSeeking() {}

    @PythonMethod("seek($self, cookie, whence=0, /)")
    static PyObject seek(ThreadState thread, TextIOWrapper self, PyObject cookie, int whence) {
        self.checkUsable(thread);
        if (!self.seekable) {
            throw IoState.unsupported(thread, "underlying stream is not seekable");
        }
        boolean zero = cookie instanceof PyInt number
                ? number.signum() == 0
                : Numbers.index(thread, cookie).signum() == 0;
        PyObject target = cookie;
        switch (whence) {
            case 0 -> {}
            case 1 -> {
                if (!zero) {
                    throw IoState.unsupported(thread, "can't do nonzero cur-relative seeks");
                }
                target = StreamCalls.call(thread, self, StreamCalls.TELL);
            }
            case 2 -> {
                if (!zero) {
                    throw IoState.unsupported(thread, "can't do nonzero end-relative seeks");
                }
                return seekToEnd(thread, self);
            }
            default -> throw PyErr.valueError("invalid whence (%d, should be 0, 1 or 2)", whence);
        }
        PyInt position = Numbers.index(thread, target);
        if (position.signum() < 0) {
            throw PyErr.valueError("negative seek position %r", target);
        }
        StreamCalls.call(thread, self, Names.FLUSH_NAME);
        restore(thread, self, TextPosition.of(position));
        return target;
    }

    private static PyObject seekToEnd(ThreadState thread, TextIOWrapper self) {
        StreamCalls.call(thread, self, Names.FLUSH_NAME);
        self.forgetDecoded();
        self.forgetSnapshot();
        if (self.decoder != null) {
            self.decoder.reset(thread);
        }
        PyObject result = StreamCalls.call(thread, self.buffer, StreamCalls.SEEK, PyInt.of(0), PyInt.of(2));
        if (self.encoder != null) {
            self.encoder.reset(thread, result instanceof PyInt end && end.signum() == 0);
        }
        return result;
    }

    private static void restore(ThreadState thread, TextIOWrapper self, TextPosition position) {
        StreamCalls.call(thread, self.buffer, StreamCalls.SEEK, PyInt.of(position.start()));
        self.forgetDecoded();
        self.forgetSnapshot();
        PyInt flags = PyInt.of(position.decoderFlags());
        boolean atStart = position.start() == 0 && position.decoderFlags() == 0;
        if (self.decoder != null) {
            setDecoder(thread, self, flags, atStart);
        }
        if (position.charsToSkip() > 0) {
            PyObject input = StreamCalls.call(thread, self.buffer, Names.READ_NAME, PyInt.of(position.bytesToFeed()));
            if (!(input instanceof PyBytes bytes)) {
                throw PyErr.typeError("underlying read() should have returned a bytes object, not '%T'", input);
            }
            self.snapshotFlags = flags;
            self.snapshotInput = bytes;
            self.setDecoded(self.decoder.decode(thread, bytes, position.needEnd()));
            if (self.decoded.length() < position.charsToSkip()) {
                throw PyErr.of(Exceptions.OS_ERROR, "can't restore logical file position");
            }
            self.used = position.charsToSkip();
        } else {
            self.snapshotFlags = flags;
            self.snapshotInput = PyBytes.EMPTY;
        }
        if (self.encoder != null) {
            self.encoder.reset(thread, atStart);
        }
    }

    private static void setDecoder(ThreadState thread, TextIOWrapper self, PyInt flags, boolean atStart) {
        if (atStart) {
            self.decoder.reset(thread);
        } else {
            self.decoder.setState(thread, new TextDecoder.State(PyBytes.EMPTY, flags));
        }
    }

    @PythonMethod("tell($self, /)")
    static PyObject tell(ThreadState thread, TextIOWrapper self) {
        self.checkUsable(thread);
        if (!self.seekable) {
            throw IoState.unsupported(thread, "underlying stream is not seekable");
        }
        if (!self.telling) {
            throw PyErr.of(Exceptions.OS_ERROR, "telling position disabled by next() call");
        }
        TextWriting.writePending(thread, self);
        StreamCalls.call(thread, self, Names.FLUSH_NAME);
        PyObject end = StreamCalls.call(thread, self.buffer, StreamCalls.TELL);
        if (self.decoder == null || self.snapshotFlags == null) {
            return end;
        }
        // The last chunk was read from here, with the decoder in this state.
        long start = StreamCalls.offset(thread, end) - self.snapshotInput.size();
        int flags = Convert.toInt(thread, self.snapshotFlags);
        if (self.used == 0) {
            return TextPosition.at(start, flags).toInt();
        }
        TextDecoder.State saved = self.decoder.state(thread);
        try {
            return new Finder(thread, self, start, flags).find().toInt();
        } finally {
            self.decoder.setState(thread, saved);
        }
    }

    /**
     * Finds the last place at or before the wanted character where the decoder holds nothing back, by decoding the chunk anew:
     * first guessing from the ratio of bytes to characters, then byte by byte.
     */
    private static final class Finder {
        private final ThreadState thread;
        private final TextIOWrapper self;
        private final byte[] input;
        private final long chunkStart;
        private final int chunkFlags;

        Finder(ThreadState thread, TextIOWrapper self, long start, int flags) {
            this.thread = thread;
            this.self = self;
            this.input = self.snapshotInput.bytesUnsafe();
            this.chunkStart = start;
            this.chunkFlags = flags;
        }

        private void setState(int flags, boolean atStart) {
            setDecoder(thread, self, PyInt.of(flags), atStart);
        }

        private int decode(int from, int to, boolean isFinal) {
            return self.decoder
                    .decode(thread, PyBytes.of(Arrays.copyOfRange(input, from, to)), isFinal)
                    .length();
        }

        TextPosition find() {
            int toSkip = self.used;
            long start = chunkStart;
            int flags = chunkFlags;
            int skipBytes = Math.min((int) (self.bytesPerChar * toSkip), input.length);
            int skipBack = 1;
            boolean found = false;
            while (skipBytes > 0) {
                setState(chunkFlags, chunkStart == 0 && chunkFlags == 0);
                int chars = decode(0, skipBytes, false);
                if (chars <= self.used) {
                    TextDecoder.State state = self.decoder.state(thread);
                    if (state.pending().size() == 0) {
                        flags = Convert.toInt(thread, state.flags());
                        toSkip = self.used - chars;
                        found = true;
                        break;
                    }
                    skipBytes -= state.pending().size();
                    skipBack = 1;
                } else {
                    skipBytes -= skipBack;
                    skipBack *= 2;
                }
            }
            if (!found) {
                skipBytes = 0;
                setState(chunkFlags, chunkStart == 0 && chunkFlags == 0);
            }
            start += skipBytes;
            return toSkip == 0 ? TextPosition.at(start, flags) : feed(skipBytes, start, flags, toSkip);
        }

        /** Goes on byte by byte until the wanted character is reached. */
        private TextPosition feed(int from, long place, int placeFlags, int charsLeft) {
            long start = place;
            int flags = placeFlags;
            int toSkip = charsLeft;
            int decodedChars = 0;
            int fed = 0;
            for (int at = from; at < input.length; at++) {
                decodedChars += decode(at, at + 1, false);
                fed++;
                TextDecoder.State state = self.decoder.state(thread);
                if (state.pending().size() == 0 && decodedChars <= toSkip) {
                    start += fed;
                    toSkip -= decodedChars;
                    flags = Convert.toInt(thread, state.flags());
                    fed = 0;
                    decodedChars = 0;
                }
                if (decodedChars >= toSkip) {
                    return new TextPosition(start, flags, toSkip == 0 ? 0 : fed, toSkip, false);
                }
            }
            decodedChars += decode(0, 0, true);
            if (decodedChars < toSkip) {
                throw PyErr.of(Exceptions.OS_ERROR, "can't reconstruct logical file position");
            }
            return new TextPosition(start, flags, fed, toSkip, true);
        }
    }
}
