package org.pyvm.modules.hash;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The hashes of {@code _hashlib} under OpenSSL's names, in Python's spelling. What neither the Java platform nor this package computes
 * (RIPEMD-160, SM3) is not among them.
 */
enum OpenSslAlgorithm {
    MD5("md5", 64, 16, "HmacMD5", () -> JavaDigest.of("MD5"), "SSL3-MD5", "1.2.840.113549.2.5"),
    SHA1("sha1", 64, 20, "HmacSHA1", () -> JavaDigest.of("SHA-1"), "SHA-1", "SSL3-SHA1", "1.3.14.3.2.26"),
    SHA224("sha224", 64, 28, "HmacSHA224", () -> JavaDigest.of("SHA-224"), sha2("224", 4)),
    SHA256("sha256", 64, 32, "HmacSHA256", () -> JavaDigest.of("SHA-256"), sha2("256", 1)),
    SHA384("sha384", 128, 48, "HmacSHA384", () -> JavaDigest.of("SHA-384"), sha2("384", 2)),
    SHA512("sha512", 128, 64, "HmacSHA512", () -> JavaDigest.of("SHA-512"), sha2("512", 3)),
    SHA512_224("sha512_224", 128, 28, "HmacSHA512/224", () -> JavaDigest.of("SHA-512/224"), sha2("512/224", 5)),
    SHA512_256("sha512_256", 128, 32, "HmacSHA512/256", () -> JavaDigest.of("SHA-512/256"), sha2("512/256", 6)),
    SHA3_224("sha3_224", 144, 28, "HmacSHA3-224", () -> sha3(144), "SHA3-224", Nist.OID + 7),
    SHA3_256("sha3_256", 136, 32, "HmacSHA3-256", () -> sha3(136), "SHA3-256", Nist.OID + 8),
    SHA3_384("sha3_384", 104, 48, "HmacSHA3-384", () -> sha3(104), "SHA3-384", Nist.OID + 9),
    SHA3_512("sha3_512", 72, 64, "HmacSHA3-512", () -> sha3(72), "SHA3-512", Nist.OID + 10),
    SHAKE_128("shake_128", 168, 0, null, () -> shake(168), "SHAKE128", "SHAKE-128", Nist.OID + 11),
    SHAKE_256("shake_256", 136, 0, null, () -> shake(136), "SHAKE256", "SHAKE-256", Nist.OID + 12),
    BLAKE2B("blake2b", 128, 64, null, () -> blake2(true), "BLAKE2b512", "BLAKE2b-512", "1.3.6.1.4.1.1722.12.2.1.16"),
    BLAKE2S("blake2s", 64, 32, null, () -> blake2(false), "BLAKE2s256", "BLAKE2s-256", "1.3.6.1.4.1.1722.12.2.2.8"),
    MD5_SHA1("md5-sha1", 64, 36, null, ConcatenatedHash::md5AndSha1);

    /** Where NIST numbers its hashes. */
    private static final class Nist {
        static final String OID = "2.16.840.1.101.3.4.2.";
    }

    private final String pythonName;
    private final int blockSize;
    private final int digestSize;
    private final String javaMac;
    private final Supplier<HashFunction> start;
    private final List<String> otherNames;

    OpenSslAlgorithm(
            String pythonName,
            int blockSize,
            int digestSize,
            String javaMac,
            Supplier<HashFunction> start,
            String... otherNames) {
        this.pythonName = pythonName;
        this.blockSize = blockSize;
        this.digestSize = digestSize;
        this.javaMac = javaMac;
        this.start = start;
        this.otherNames = List.of(otherNames);
    }

    private static String[] sha2(String size, int number) {
        return new String[] {"SHA2-" + size, "SHA-" + size, "SHA" + size.replace('/', '-'), Nist.OID + number};
    }

    private static HashFunction sha3(int rate) {
        return new Keccak(rate, SpongeAttributes.SHA3_SUFFIX);
    }

    private static HashFunction shake(int rate) {
        return new Keccak(rate, SpongeAttributes.SHAKE_SUFFIX);
    }

    /** With the plain parameters: the longest digest, one node. */
    private static HashFunction blake2(boolean wide) {
        byte[] parameters = new byte[wide ? 64 : 32];
        parameters[0] = (byte) parameters.length;
        parameters[2] = 1;
        parameters[3] = 1;
        return Blake2.of(wide, parameters, new byte[0], false);
    }

    /** The algorithm of a name in any case, Python's or one of OpenSSL's; null for none. */
    static OpenSslAlgorithm named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (OpenSslAlgorithm each : values()) {
            if (each.pythonName.equals(wanted) || each.otherNames.stream().anyMatch(wanted::equalsIgnoreCase)) {
                return each;
            }
        }
        return null;
    }

    String pythonName() {
        return pythonName;
    }

    int blockSize() {
        return blockSize;
    }

    int digestSize() {
        return digestSize;
    }

    /** Whether its digests are as long as is asked for. */
    boolean isExtendable() {
        return digestSize == 0;
    }

    /** The Java platform's name of HMAC with it; null when it has none. */
    String javaMac() {
        return javaMac;
    }

    HashFunction start() {
        return start.get();
    }
}
