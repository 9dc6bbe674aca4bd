package org.pyvm.modules.ssl;

import java.util.Arrays;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module's numbers, which are OpenSSL 3's. What the JDK cannot do is said by the {@code HAS_...} ones. */
final class SslConstants {
    private static final String ERRORS = """
        SSL_ERROR_SSL 1 SSL_ERROR_WANT_READ 2 SSL_ERROR_WANT_WRITE 3 SSL_ERROR_WANT_X509_LOOKUP 4
        SSL_ERROR_SYSCALL 5 SSL_ERROR_ZERO_RETURN 6 SSL_ERROR_WANT_CONNECT 7 SSL_ERROR_EOF 8
        SSL_ERROR_INVALID_ERROR_CODE 10
        """;
    private static final String VERIFICATION = """
        CERT_NONE 0 CERT_OPTIONAL 1 CERT_REQUIRED 2 VERIFY_DEFAULT 0 VERIFY_CRL_CHECK_LEAF 4
        VERIFY_CRL_CHECK_CHAIN 12 VERIFY_X509_STRICT 32 VERIFY_ALLOW_PROXY_CERTS 64
        VERIFY_X509_TRUSTED_FIRST 32768 VERIFY_X509_PARTIAL_CHAIN 524288
        HOSTFLAG_ALWAYS_CHECK_SUBJECT 1 HOSTFLAG_NO_WILDCARDS 2 HOSTFLAG_NO_PARTIAL_WILDCARDS 4
        HOSTFLAG_MULTI_LABEL_WILDCARDS 8 HOSTFLAG_SINGLE_LABEL_SUBDOMAINS 16 HOSTFLAG_NEVER_CHECK_SUBJECT 32
        ENCODING_PEM 1 ENCODING_DER 2
        """;
    private static final String PROTOCOLS = """
        PROTOCOL_SSLv23 2 PROTOCOL_TLS 2 PROTOCOL_TLSv1 3 PROTOCOL_TLSv1_1 4 PROTOCOL_TLSv1_2 5
        PROTOCOL_TLS_CLIENT 16 PROTOCOL_TLS_SERVER 17
        PROTO_MINIMUM_SUPPORTED -2 PROTO_MAXIMUM_SUPPORTED -1
        PROTO_SSLv3 768 PROTO_TLSv1 769 PROTO_TLSv1_1 770 PROTO_TLSv1_2 771 PROTO_TLSv1_3 772
        OP_ALL 2147483728 OP_NO_SSLv2 0 OP_NO_SSLv3 33554432 OP_NO_TLSv1 67108864 OP_NO_TLSv1_1 268435456
        OP_NO_TLSv1_2 134217728 OP_NO_TLSv1_3 536870912 OP_CIPHER_SERVER_PREFERENCE 4194304
        OP_SINGLE_DH_USE 0 OP_NO_TICKET 16384 OP_SINGLE_ECDH_USE 0 OP_NO_COMPRESSION 131072
        OP_ENABLE_MIDDLEBOX_COMPAT 1048576 OP_NO_RENEGOTIATION 1073741824 OP_IGNORE_UNEXPECTED_EOF 128
        """;
    private static final String ALERTS = """
        CLOSE_NOTIFY 0 UNEXPECTED_MESSAGE 10 BAD_RECORD_MAC 20 RECORD_OVERFLOW 22 DECOMPRESSION_FAILURE 30
        HANDSHAKE_FAILURE 40 BAD_CERTIFICATE 42 UNSUPPORTED_CERTIFICATE 43 CERTIFICATE_REVOKED 44
        CERTIFICATE_EXPIRED 45 CERTIFICATE_UNKNOWN 46 ILLEGAL_PARAMETER 47 UNKNOWN_CA 48 ACCESS_DENIED 49
        DECODE_ERROR 50 DECRYPT_ERROR 51 PROTOCOL_VERSION 70 INSUFFICIENT_SECURITY 71 INTERNAL_ERROR 80
        USER_CANCELLED 90 NO_RENEGOTIATION 100 UNSUPPORTED_EXTENSION 110 CERTIFICATE_UNOBTAINABLE 111
        UNRECOGNIZED_NAME 112 BAD_CERTIFICATE_STATUS_RESPONSE 113 BAD_CERTIFICATE_HASH_VALUE 114
        UNKNOWN_PSK_IDENTITY 115
        """;

    private SslConstants() {}

    static void fill(PyDict dict) {
        for (String group : new String[] {ERRORS, VERIFICATION, PROTOCOLS}) {
            put(dict, "", group);
        }
        put(dict, "ALERT_DESCRIPTION_", ALERTS);
        for (String has : new String[] {"SNI", "ECDH", "ALPN", "TLSv1_2", "TLSv1_3"}) {
            dict.put("HAS_" + has, PyBool.TRUE);
        }
        for (String hasNot : new String[] {"NPN", "SSLv2", "SSLv3", "TLSv1", "TLSv1_1", "TLS_UNIQUE"}) {
            dict.put("HAS_" + hasNot, PyBool.FALSE);
        }
        dict.put("_DEFAULT_CIPHERS", PyStr.of("DEFAULT"));
        // Programs compare these with what they need at least; what runs is the JDK's, named in the text.
        dict.put("OPENSSL_VERSION_NUMBER", PyInt.of(0x30000000L));
        dict.put("OPENSSL_VERSION_INFO", version());
        dict.put("_OPENSSL_API_VERSION", version());
        dict.put("OPENSSL_VERSION", PyStr.of("OpenSSL 3.0.0 (JSSE of Java " + Runtime.version() + ")"));
    }

    private static PyTuple version() {
        return PyTuple.of(PyInt.of(3), PyInt.of(0), PyInt.of(0), PyInt.of(0), PyInt.of(0));
    }

    private static void put(PyDict dict, String prefix, String namesAndValues) {
        String[] words = namesAndValues.trim().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            dict.put(prefix + words[i], PyInt.of(Long.parseLong(words[i + 1])));
        }
        assert words.length % 2 == 0 : Arrays.toString(words);
    }
}
