package org.pyvm.modules.hash;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** A hash object: data goes in by {@code update}. */
abstract class PyHash extends PyObject {
    private final String name;
    private final int blockSize;
    private final int digestSize;
    private final HashFunction function;

    PyHash(PyType type, String name, int blockSize, int digestSize, HashFunction function) {
        super(type);
        this.name = name;
        this.blockSize = blockSize;
        this.digestSize = digestSize;
        this.function = function;
    }

    final String name() {
        return name;
    }

    final int blockSize() {
        return blockSize;
    }

    /** In bytes; 0 for those that give any. */
    final int digestSize() {
        return digestSize;
    }

    final HashFunction function() {
        return function;
    }

    /** An object of the same type that goes on with another function. */
    abstract PyHash with(HashFunction other);
}
