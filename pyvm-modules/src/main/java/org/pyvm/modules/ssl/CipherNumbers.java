package org.pyvm.modules.ssl;

import java.util.Map;

/** Numbers of cipher suites (IANA's registry of TLS parameters), which the JDK knows but does not tell. */
final class CipherNumbers {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("TLS_AES_128_GCM_SHA256", 0x1301),
            Map.entry("TLS_AES_256_GCM_SHA384", 0x1302),
            Map.entry("TLS_CHACHA20_POLY1305_SHA256", 0x1303),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", 0xC02C),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", 0xC02B),
            Map.entry("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", 0xCCA9),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", 0xC030),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", 0xC02F),
            Map.entry("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", 0xCCA8),
            Map.entry("TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", 0x9F),
            Map.entry("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", 0x9E),
            Map.entry("TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256", 0xCCAA),
            Map.entry("TLS_DHE_DSS_WITH_AES_256_GCM_SHA384", 0xA3),
            Map.entry("TLS_DHE_DSS_WITH_AES_128_GCM_SHA256", 0xA2),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", 0xC024),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", 0xC023),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", 0xC028),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", 0xC027),
            Map.entry("TLS_DHE_RSA_WITH_AES_256_CBC_SHA256", 0x6B),
            Map.entry("TLS_DHE_RSA_WITH_AES_128_CBC_SHA256", 0x67),
            Map.entry("TLS_DHE_DSS_WITH_AES_256_CBC_SHA256", 0x6A),
            Map.entry("TLS_DHE_DSS_WITH_AES_128_CBC_SHA256", 0x40),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", 0xC00A),
            Map.entry("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", 0xC009),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", 0xC014),
            Map.entry("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", 0xC013),
            Map.entry("TLS_DHE_RSA_WITH_AES_256_CBC_SHA", 0x39),
            Map.entry("TLS_DHE_RSA_WITH_AES_128_CBC_SHA", 0x33),
            Map.entry("TLS_DHE_DSS_WITH_AES_256_CBC_SHA", 0x38),
            Map.entry("TLS_DHE_DSS_WITH_AES_128_CBC_SHA", 0x32),
            Map.entry("TLS_RSA_WITH_AES_256_GCM_SHA384", 0x9D),
            Map.entry("TLS_RSA_WITH_AES_128_GCM_SHA256", 0x9C),
            Map.entry("TLS_RSA_WITH_AES_256_CBC_SHA256", 0x3D),
            Map.entry("TLS_RSA_WITH_AES_128_CBC_SHA256", 0x3C),
            Map.entry("TLS_RSA_WITH_AES_256_CBC_SHA", 0x35),
            Map.entry("TLS_RSA_WITH_AES_128_CBC_SHA", 0x2F));

    private CipherNumbers() {}

    /** OpenSSL's number: that of TLS with 3 in the first byte; 0 in the rest for a suite that is not in the table. */
    static long of(String suite) {
        return 0x03000000L | NUMBERS.getOrDefault(suite, 0);
    }
}
