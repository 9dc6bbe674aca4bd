package org.pyvm.modules.hash;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;

/** An object of BLAKE2b or BLAKE2s. */
abstract class Blake2Hash extends PyHash {
    Blake2Hash(PyType type, String name, int blockSize, int digestSize, HashFunction function) {
        super(type, name, blockSize, digestSize, function);
    }

    /** The bytes of an argument, none for null. */
    static byte[] bytes(ThreadState thread, PyObject argument) {
        return argument == null ? new byte[0] : Convert.toByteArray(thread, argument);
    }

    /** The parameters of BLAKE2 as Python code gives them, and the checks that CPython makes of them, in its order. */
    record Parameters(
            int digestSize,
            byte[] key,
            byte[] salt,
            byte[] person,
            int fanout,
            int depth,
            PyObject leafSize,
            PyObject nodeOffset,
            int nodeDepth,
            int innerSize,
            boolean lastNode) {
        /** @param wide whether it is for BLAKE2b, whose words are of 64 bits */
        Blake2 start(ThreadState thread, boolean wide) {
            int largest = wide ? 64 : 32;
            int saltSize = wide ? 16 : 8;
            if (digestSize <= 0 || digestSize > largest) {
                throw PyErr.valueError("digest_size must be between 1 and %d bytes", largest);
            }
            checkLength("salt", salt, saltSize);
            checkLength("person", person, saltSize);
            checkRange("fanout", fanout, 0);
            checkRange("depth", depth, 1);
            long leaf = unsigned(thread, leafSize, "Python int too large to convert to C unsigned long");
            if (leaf >>> 32 != 0) {
                throw PyErr.overflowError("leaf_size is too large");
            }
            long offset = unsigned(thread, nodeOffset, "int too big to convert");
            if (!wide && offset >>> 48 != 0) {
                throw PyErr.overflowError("node_offset is too large");
            }
            checkRange("node_depth", nodeDepth, 0);
            if (innerSize < 0 || innerSize > largest) {
                throw PyErr.valueError("inner_size must be between 0 and is %d", largest);
            }
            if (key.length > largest) {
                throw PyErr.valueError("maximum key length is %d bytes", largest);
            }
            return Blake2.of(wide, block(wide, (int) leaf, offset), key, lastNode);
        }

        private static void checkLength(String what, byte[] bytes, int most) {
            if (bytes.length > most) {
                throw PyErr.valueError("maximum %s length is %d bytes", what, most);
            }
        }

        private static void checkRange(String what, int value, int least) {
            if (value < least || value > 255) {
                throw PyErr.valueError("%s must be between %d and 255", what, least);
            }
        }

        private static long unsigned(ThreadState thread, PyObject value, String tooLarge) {
            BigInteger number = Numbers.index(thread, value).bigValue();
            if (number.signum() < 0) {
                throw PyErr.valueError("value must be positive");
            }
            if (number.bitLength() > 64) {
                throw PyErr.overflowError(tooLarge);
            }
            return number.longValue();
        }

        private byte[] block(boolean wide, int leaf, long offset) {
            ByteBuffer block = ByteBuffer.allocate(wide ? 64 : 32).order(ByteOrder.LITTLE_ENDIAN);
            block.put((byte) digestSize)
                    .put((byte) key.length)
                    .put((byte) fanout)
                    .put((byte) depth);
            block.putInt(leaf);
            if (wide) {
                block.putLong(offset);
            } else {
                block.putInt((int) offset).putShort((short) (offset >>> 32));
            }
            block.put((byte) nodeDepth).put((byte) innerSize);
            block.put(wide ? 32 : 16, salt).put(wide ? 48 : 24, person);
            return block.array();
        }
    }
}
