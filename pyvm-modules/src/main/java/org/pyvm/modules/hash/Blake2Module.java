package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyType;

/** The module {@code _blake2}. */
@PythonModule("_blake2")
public final class Blake2Module {
    @PythonConstant("blake2b")
    static final PyType BLAKE2B = Blake2bHash.TYPE;

    @PythonConstant("blake2s")
    static final PyType BLAKE2S = Blake2sHash.TYPE;

    @PythonConstant("BLAKE2B_SALT_SIZE")
    static final int BLAKE2B_SALT_SIZE = Blake2bHash.SALT_SIZE;

    @PythonConstant("BLAKE2B_PERSON_SIZE")
    static final int BLAKE2B_PERSON_SIZE = Blake2bHash.PERSON_SIZE;

    @PythonConstant("BLAKE2B_MAX_KEY_SIZE")
    static final int BLAKE2B_MAX_KEY_SIZE = Blake2bHash.MAX_KEY_SIZE;

    @PythonConstant("BLAKE2B_MAX_DIGEST_SIZE")
    static final int BLAKE2B_MAX_DIGEST_SIZE = Blake2bHash.MAX_DIGEST_SIZE;

    @PythonConstant("BLAKE2S_SALT_SIZE")
    static final int BLAKE2S_SALT_SIZE = Blake2sHash.SALT_SIZE;

    @PythonConstant("BLAKE2S_PERSON_SIZE")
    static final int BLAKE2S_PERSON_SIZE = Blake2sHash.PERSON_SIZE;

    @PythonConstant("BLAKE2S_MAX_KEY_SIZE")
    static final int BLAKE2S_MAX_KEY_SIZE = Blake2sHash.MAX_KEY_SIZE;

    @PythonConstant("BLAKE2S_MAX_DIGEST_SIZE")
    static final int BLAKE2S_MAX_DIGEST_SIZE = Blake2sHash.MAX_DIGEST_SIZE;

    Blake2Module() {}
}
