package org.pyvm.modules.hash;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.operator.OperatorModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFrozenSet;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMappingProxy;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/**
 * The module {@code _hashlib}, in CPython OpenSSL's hashes by name. What a hash is used for makes no difference: there is no mode in which
 * some are refused.
 */
@PythonModule(
        value = "_hashlib",
        parts = {OpenSslConstructors.class})
public final class HashlibModule {
    @PythonConstant("HASH")
    static final PyType HASH = OpenSslHash.TYPE;

    @PythonConstant("HASHXOF")
    static final PyType HASHXOF = OpenSslExtendableHash.TYPE;

    @PythonConstant("HMAC")
    static final PyType HMAC = OpenSslHmac.TYPE;

    private static final long LARGEST = Integer.MAX_VALUE;
    /** What scrypt may take when nothing else is said. */
    private static final long SCRYPT_MEMORY = 32 << 20;

    private final PyDict constructors = new PyDict();
    private PyType unsupported;

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        unsupported = Exceptions.define(thread, "_hashlib.UnsupportedDigestmodError", Exceptions.VALUE_ERROR);
        module.dict().put("UnsupportedDigestmodError", unsupported);
        List<PyObject> names = new ArrayList<>();
        for (OpenSslAlgorithm algorithm : OpenSslAlgorithm.values()) {
            PyStr name = PyStr.intern(algorithm.pythonName());
            names.add(name);
            PyObject constructor = module.dict().get("openssl_" + algorithm.pythonName());
            if (constructor != null) {
                constructors.put(thread, constructor, name);
            }
        }
        module.dict().put("openssl_md_meth_names", PyFrozenSet.ofConstants(names.toArray(PyObject[]::new)));
        module.dict().put("_constructors", new PyMappingProxy(constructors));
    }

    private OpenSslAlgorithm named(String name) {
        OpenSslAlgorithm algorithm = OpenSslAlgorithm.named(name);
        if (algorithm == null) {
            throw PyErr.of(unsupported, "[digital envelope routines] unsupported");
        }
        return algorithm;
    }

    /** A hash that HMAC can be made of: a name, or one of this module's functions. */
    private OpenSslAlgorithm digestModule(ThreadState thread, PyObject digest) {
        PyObject name = digest instanceof PyStr ? digest : constructors.get(thread, digest);
        if (name == null) {
            throw PyErr.of(unsupported, "Unsupported digestmod %s", Objects.str(thread, digest));
        }
        return fixed(named(name.toString()));
    }

    private static OpenSslAlgorithm fixed(OpenSslAlgorithm algorithm) {
        if (algorithm.isExtendable()) {
            throw PyErr.valueError("no reason supplied");
        }
        return algorithm;
    }

    @PythonFunction("new($module, /, name, string=b'', *, usedforsecurity=True)")
    PyObject make(ThreadState thread, PyObject name, PyObject string, boolean usedForSecurity) {
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("name must be a string");
        }
        byte[] bytes = HashMethods.bytes(thread, string);
        return OpenSslHash.of(named(text.toString()), bytes);
    }

    @PythonFunction("hmac_new($module, /, key, msg=b'', digestmod=None)")
    PyObject hmacNew(ThreadState thread, byte[] key, PyObject msg, PyObject digestmod) {
        if (digestmod == Singletons.NONE) {
            throw PyErr.typeError("Missing required parameter 'digestmod'.");
        }
        OpenSslAlgorithm algorithm = digestModule(thread, digestmod);
        Hmac hmac = Hmac.of(algorithm, key);
        if (msg != Singletons.NONE) {
            hmac.update(HashMethods.bytes(thread, msg));
        }
        return new OpenSslHmac(algorithm, hmac);
    }

    @PythonFunction("hmac_digest($module, /, key, msg, digest)")
    PyObject hmacDigest(ThreadState thread, byte[] key, byte[] msg, PyObject digest) {
        OpenSslAlgorithm algorithm = digestModule(thread, digest);
        Hmac hmac = Hmac.of(algorithm, key);
        hmac.update(msg);
        return PyBytes.of(hmac.digest(algorithm.digestSize()));
    }

    @PythonFunction("pbkdf2_hmac($module, /, hash_name, password, salt, iterations, dklen=None)")
    PyObject pbkdf2Hmac(
            ThreadState thread, PyObject hashName, byte[] password, byte[] salt, long iterations, PyObject dklen) {
        if (!(hashName instanceof PyStr name)) {
            throw PyErr.typeError("pbkdf2_hmac() argument 'hash_name' must be str, not %T", hashName);
        }
        OpenSslAlgorithm algorithm = named(name.toString());
        if (iterations < 1) {
            throw PyErr.valueError("iteration value must be greater than 0.");
        }
        if (iterations > LARGEST) {
            throw PyErr.overflowError("iteration value is too great.");
        }
        long length = dklen == Singletons.NONE ? algorithm.digestSize() : Convert.toLong(thread, dklen);
        if (length < 1 && !algorithm.isExtendable()) {
            throw PyErr.valueError("key length must be greater than 0.");
        }
        if (length > LARGEST) {
            throw PyErr.overflowError("key length is too great.");
        }
        return PyBytes.of(thread.interpreter()
                .lock()
                .released(
                        () -> KeyDerivation.pbkdf2(fixed(algorithm), password, salt, (int) iterations, (int) length)));
    }

    @PythonFunction("scrypt($module, /, password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)")
    PyObject scrypt(
            ThreadState thread,
            byte[] password,
            byte[] salt,
            PyObject n,
            PyObject r,
            PyObject p,
            long maxmem,
            long dklen) {
        if (salt == null) {
            throw PyErr.typeError("salt is required");
        }
        long cost = unsigned("n", n);
        if (cost < 2 || Long.bitCount(cost) != 1) {
            throw PyErr.valueError("n must be a power of 2.");
        }
        long blocks = unsigned("r", r);
        long lanes = unsigned("p", p);
        if (maxmem < 0 || maxmem > LARGEST) {
            throw PyErr.valueError("maxmem must be positive and smaller than %d", LARGEST);
        }
        if (dklen < 1 || dklen > LARGEST) {
            throw PyErr.valueError("dklen must be greater than 0 and smaller than %d", LARGEST);
        }
        if (blocks == 0 || lanes == 0) {
            throw PyErr.valueError("Invalid parameter combination for n, r, p, maxmem.");
        }
        if (!KeyDerivation.fits(cost, blocks, lanes, maxmem == 0 ? SCRYPT_MEMORY : maxmem)) {
            throw PyErr.valueError("[digital envelope routines] memory limit exceeded");
        }
        return PyBytes.of(thread.interpreter()
                .lock()
                .released(() ->
                        KeyDerivation.scrypt(password, salt, (int) cost, (int) blocks, (int) lanes, (int) dklen)));
    }

    private static long unsigned(String name, PyObject value) {
        if (value != Singletons.NONE && !(value instanceof PyInt)) {
            throw PyErr.typeError("scrypt() argument '%s' must be int, not %T", name, value);
        }
        if (!(value instanceof PyInt number) || number.signum() < 0 || !number.fitsLong()) {
            throw PyErr.typeError("%s is required and must be an unsigned int", name);
        }
        return number.longValue();
    }

    @PythonFunction("get_fips_mode()")
    int getFipsMode() {
        return 0;
    }

    @PythonFunction("compare_digest(a, b, /)")
    boolean compareDigest(ThreadState thread, PyObject a, PyObject b) {
        return OperatorModule.compareDigest(thread, a, b);
    }
}
