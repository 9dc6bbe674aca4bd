package org.pyvm.modules.zlib;

import java.util.zip.Adler32;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.binascii.BinasciiModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;

/** The module {@code zlib}. */
@PythonModule("zlib")
public final class ZlibModule {
    @PythonConstant("DEFLATED")
    static final int DEFLATED = 8;

    @PythonConstant("DEF_BUF_SIZE")
    static final int DEF_BUF_SIZE = 16384;

    @PythonConstant("DEF_MEM_LEVEL")
    static final int DEF_MEM_LEVEL = 8;

    @PythonConstant("MAX_WBITS")
    static final int MAX_WBITS = 15;

    @PythonConstant("Z_BEST_COMPRESSION")
    static final int Z_BEST_COMPRESSION = 9;

    @PythonConstant("Z_BEST_SPEED")
    static final int Z_BEST_SPEED = 1;

    @PythonConstant("Z_BLOCK")
    static final int Z_BLOCK = 5;

    @PythonConstant("Z_DEFAULT_COMPRESSION")
    static final int Z_DEFAULT_COMPRESSION = -1;

    @PythonConstant("Z_DEFAULT_STRATEGY")
    static final int Z_DEFAULT_STRATEGY = 0;

    @PythonConstant("Z_FILTERED")
    static final int Z_FILTERED = 1;

    @PythonConstant("Z_FINISH")
    static final int Z_FINISH = 4;

    @PythonConstant("Z_FIXED")
    static final int Z_FIXED = 4;

    @PythonConstant("Z_FULL_FLUSH")
    static final int Z_FULL_FLUSH = 3;

    @PythonConstant("Z_HUFFMAN_ONLY")
    static final int Z_HUFFMAN_ONLY = 2;

    @PythonConstant("Z_NO_COMPRESSION")
    static final int Z_NO_COMPRESSION = 0;

    @PythonConstant("Z_NO_FLUSH")
    static final int Z_NO_FLUSH = 0;

    @PythonConstant("Z_PARTIAL_FLUSH")
    static final int Z_PARTIAL_FLUSH = 1;

    @PythonConstant("Z_RLE")
    static final int Z_RLE = 3;

    @PythonConstant("Z_SYNC_FLUSH")
    static final int Z_SYNC_FLUSH = 2;

    @PythonConstant("Z_TREES")
    static final int Z_TREES = 6;

    @PythonConstant("ZLIB_VERSION")
    static final String ZLIB_VERSION = "1.2.13";

    @PythonConstant("ZLIB_RUNTIME_VERSION")
    static final String ZLIB_RUNTIME_VERSION = "1.2.13";

    @PythonConstant("__version__")
    static final String VERSION = "1.0";

    private static final byte[] NONE = {};

    ZlibModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        module.dict().put("error", ZlibErrors.type(thread));
    }

    private static boolean isLevel(int level) {
        return level >= -1 && level <= 9;
    }

    @PythonFunction("compress(data, /, level=-1, wbits=15)")
    static PyObject compress(ThreadState thread, byte[] data, int level, int windowBits) {
        Container container = Container.forCompression(windowBits);
        if (container == null || !isLevel(level)) {
            throw ZlibErrors.error(thread, "Bad compression level");
        }
        try {
            return PyBytes.of(new DeflateStream(container, level, windowBits, 0, null).run(data, DeflateStream.FINISH));
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while compressing data");
        }
    }

    @PythonFunction("decompress(data, /, wbits=15, bufsize=16384)")
    static PyObject decompress(ThreadState thread, byte[] data, int windowBits, long bufferSize) {
        if (bufferSize < 0) {
            throw PyErr.valueError("bufsize must be non-negative");
        }
        Container container = Container.forDecompression(windowBits);
        if (container == null) {
            throw ZlibErrors.error(thread, ZlibFailure.stream(), "while preparing to decompress data");
        }
        InflateStream stream = new InflateStream(container, windowBits, NONE);
        try {
            byte[] out = stream.run(data, Integer.MAX_VALUE - 16);
            if (!stream.isAtEnd()) {
                throw new ZlibFailure(ZlibFailure.BUFFER_ERROR, null);
            }
            return PyBytes.of(out);
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while decompressing data");
        }
    }

    @PythonFunction("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)")
    static PyObject compressObject(
            ThreadState thread,
            int level,
            int method,
            int windowBits,
            int memoryLevel,
            int strategy,
            PyObject dictionary) {
        byte[] zdict = dictionary == Singletons.NONE ? null : Convert.toByteArray(thread, dictionary);
        Container container = Container.forCompression(windowBits);
        boolean valid = container != null
                && isLevel(level)
                && method == DEFLATED
                && memoryLevel >= 1
                && memoryLevel <= 9
                && strategy >= 0
                && strategy <= 4;
        if (!valid) {
            throw PyErr.valueError("Invalid initialization option");
        }
        if (zdict != null && container == Container.GZIP) {
            throw PyErr.valueError("Invalid dictionary");
        }
        byte[] preset = zdict == null || zdict.length == 0 ? null : zdict;
        return new PyCompress(new DeflateStream(container, level, windowBits & 0xF, strategy, preset));
    }

    @PythonFunction("decompressobj(wbits=15, zdict=b'')")
    static PyObject decompressObject(ThreadState thread, int windowBits, PyObject dictionary) {
        if (!dictionary.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("zdict argument must support the buffer protocol");
        }
        byte[] zdict = Convert.toByteArray(thread, dictionary);
        Container container = Container.forDecompression(windowBits);
        if (container == null) {
            throw PyErr.valueError("Invalid initialization option");
        }
        return new PyDecompress(new InflateStream(container, windowBits, zdict));
    }

    @PythonFunction("crc32(data, value=0, /)")
    static PyObject crc32(ThreadState thread, byte[] data, PyObject value) {
        int before = (int) Numbers.index(thread, value).longValue();
        return PyInt.of(BinasciiModule.crc32(data, before) & 0xFFFFFFFFL);
    }

    @PythonFunction("adler32(data, value=1, /)")
    static PyObject adler32(ThreadState thread, byte[] data, PyObject value) {
        int before = (int) Numbers.index(thread, value).longValue();
        Adler32 fast = new Adler32();
        fast.update(data);
        // Both sums as if they had begun with 1 and 0. Each byte adds the low sum to the high one, what it began with
        // included.
        long low = (fast.getValue() & 0xFFFF) + (before & 0xFFFF) - 1;
        long high = (fast.getValue() >>> 16) + (before >>> 16) + data.length * ((before & 0xFFFFL) - 1);
        return PyInt.of(Math.floorMod(high, 65521L) << 16 | Math.floorMod(low, 65521L));
    }
}
