package org.pyvm.modules.ssl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Cipher suites by the names that OpenSSL gives them, and its language for choosing among them. */
final class Ciphers {
    private Ciphers() {}

    /** Suites of TLS 1.3 have one name everywhere, and are not chosen by {@code set_ciphers}. */
    private static boolean isTls13(String suite) {
        return !suite.contains("_WITH_") && suite.startsWith("TLS_") && !suite.endsWith("_SCSV");
    }

    /** OpenSSL's name of a suite, such as {@code ECDHE-RSA-AES256-GCM-SHA384}. */
    static String openSslName(String suite) {
        int with = suite.indexOf("_WITH_");
        if (with < 0) {
            return suite;
        }
        String exchange = suite.substring(4, with).replace('_', '-');
        String cipher = suite.substring(with + 6)
                .replace("AES_", "AES")
                .replace("_CBC", "")
                .replace("POLY1305_SHA256", "POLY1305")
                .replace('_', '-');
        return exchange.equals("RSA") ? cipher : exchange + "-" + cipher;
    }

    static String protocol(String suite) {
        return isTls13(suite)
                ? "TLSv1.3"
                : suite.contains("SHA256") || suite.contains("SHA384") || suite.contains("POLY1305")
                        ? "TLSv1.2"
                        : "TLSv1.0";
    }

    static int bits(String suite) {
        return suite.contains("256_") || suite.contains("CHACHA20") ? 256 : suite.contains("3DES") ? 168 : 128;
    }

    /** A row of {@code get_ciphers()}. */
    static PyDict description(String suite) {
        String name = openSslName(suite);
        boolean tls13 = isTls13(suite);
        boolean aead = suite.contains("GCM") || suite.contains("CHACHA20");
        String exchange = tls13 ? "any" : suite.contains("ECDHE") ? "ECDH" : suite.contains("DHE") ? "DH" : "RSA";
        String authentication =
                tls13 ? "any" : suite.contains("ECDSA") ? "ECDSA" : suite.contains("DSS") ? "DSS" : "RSA";
        int bits = bits(suite);
        String encryption =
                (suite.contains("GCM") ? "AESGCM" : suite.contains("CHACHA20") ? "CHACHA20/POLY1305" : "AES") + "("
                        + bits + ")";
        String mac = aead ? "AEAD" : suite.endsWith("SHA384") ? "SHA384" : suite.endsWith("SHA256") ? "SHA256" : "SHA1";
        PyDict row = new PyDict();
        row.put("id", PyInt.of(CipherNumbers.of(suite)));
        row.put("name", PyStr.of(name));
        row.put("protocol", PyStr.of(protocol(suite)));
        row.put(
                "description",
                PyStr.of(String.format(
                        Locale.ROOT,
                        "%-30s %-7s Kx=%-8s Au=%-5s Enc=%-22s Mac=%s",
                        name,
                        protocol(suite),
                        exchange,
                        authentication,
                        encryption,
                        mac)));
        row.put("strength_bits", PyInt.of(bits));
        row.put("alg_bits", PyInt.of(bits));
        row.put("aead", PyBool.of(aead));
        row.put("symmetric", PyStr.of(symmetric(suite, bits)));
        row.put("digest", aead ? Singletons.NONE : PyStr.of(mac.toLowerCase(Locale.ROOT)));
        row.put(
                "kea",
                PyStr.of("kx-"
                        + (exchange.equals("ECDH") || exchange.equals("DH") ? exchange + "E" : exchange)
                                .toLowerCase(Locale.ROOT)));
        row.put("auth", PyStr.of("auth-" + authentication.toLowerCase(Locale.ROOT)));
        return row;
    }

    private static String symmetric(String suite, int bits) {
        return suite.contains("CHACHA20")
                ? "chacha20-poly1305"
                : "aes-" + bits + (suite.contains("GCM") ? "-gcm" : "-cbc");
    }

    /**
     * The suites that a cipher string chooses ({@code openssl-ciphers}), those of TLS 1.3 always among them; empty when it
     * chooses none other.
     */
    static List<String> choose(String text, List<String> supported) {
        List<String> others = supported.stream()
                .filter(suite -> !isTls13(suite) && suite.contains("_WITH_"))
                .toList();
        Set<String> chosen = new LinkedHashSet<>();
        Set<String> killed = new LinkedHashSet<>();
        for (String word : text.split("[:, ]+")) {
            if (word.isEmpty() || word.startsWith("@")) {
                continue;
            }
            char operator = word.charAt(0);
            String terms = "!-+".indexOf(operator) >= 0 ? word.substring(1) : word;
            List<String> matching =
                    others.stream().filter(suite -> matchesAll(suite, terms)).toList();
            switch (operator) {
                case '!' -> {
                    killed.addAll(matching);
                    chosen.removeAll(matching);
                }
                case '-' -> chosen.removeAll(matching);
                case '+' -> {
                    List<String> moved =
                            matching.stream().filter(chosen::contains).toList();
                    chosen.removeAll(moved);
                    chosen.addAll(moved);
                }
                default ->
                    matching.stream().filter(suite -> !killed.contains(suite)).forEach(chosen::add);
            }
        }
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<String> all =
                new ArrayList<>(supported.stream().filter(Ciphers::isTls13).toList());
        all.addAll(chosen);
        return all;
    }

    private static boolean matchesAll(String suite, String terms) {
        for (String term : terms.split("\\+")) {
            if (!matches(suite, term)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String suite, String term) {
        return switch (term) {
            case "ALL", "DEFAULT", "HIGH", "COMPLEMENTOFDEFAULT" ->
                !term.startsWith("COMP") && !suite.contains("NULL") && !suite.contains("anon");
            case "ECDHE", "EECDH", "kECDHE", "kEECDH" -> suite.contains("_ECDHE_");
            case "DHE", "EDH", "kDHE", "kEDH" -> suite.contains("_DHE_");
            case "RSA", "kRSA" -> suite.startsWith("TLS_RSA_");
            case "aRSA" -> suite.contains("RSA_WITH");
            case "ECDSA", "aECDSA" -> suite.contains("ECDSA");
            case "DSS", "aDSS" -> suite.contains("DSS");
            case "AES" -> suite.contains("AES");
            case "AES128" -> suite.contains("AES_128");
            case "AES256" -> suite.contains("AES_256");
            case "AESGCM" -> suite.contains("GCM");
            case "CHACHA20" -> suite.contains("CHACHA20");
            case "3DES" -> suite.contains("3DES");
            case "RC4" -> suite.contains("RC4");
            case "MD5" -> suite.endsWith("MD5");
            case "SHA", "SHA1" -> suite.endsWith("_SHA");
            case "SHA256" -> suite.endsWith("CBC_SHA256");
            case "SHA384" -> suite.endsWith("CBC_SHA384");
            case "TLSv1.2" -> protocol(suite).equals("TLSv1.2");
            case "eNULL", "NULL" -> suite.contains("NULL");
            case "aNULL", "ADH", "AECDH" -> suite.contains("anon");
            default -> openSslName(suite).equals(term) || suite.equals(term);
        };
    }
}
