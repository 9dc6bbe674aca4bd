package org.pyvm.modules.ssl;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Certificates and keys in text files (RFC 7468), and the older forms of keys that OpenSSL writes: PKCS #1, SEC 1, and
 * encryption said in a header.
 */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----[ \\t]*\\r?\\n((?:[A-Za-z-]+: [^\\n]*\\n)*)(.*?)-----END \\1-----",
            Pattern.DOTALL);
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("06092a864886f70d010101");
    private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    private static final int EC_PARAMETERS = 0xA0;

    private Pem() {}

    private record Block(String label, String headers, byte[] content) {}

    private static List<Block> blocks(byte[] file) throws CertificateException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            try {
                byte[] content = Base64.getDecoder().decode(matcher.group(3).replaceAll("\\s", ""));
                blocks.add(new Block(matcher.group(1), matcher.group(2), content));
            } catch (IllegalArgumentException e) {
                throw new CertificateException("bad base64 decode", e);
            }
        }
        return blocks;
    }

    /** The certificates of a file, in its order; other blocks are passed over. */
    static List<X509Certificate> certificates(byte[] file) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.label.equals("CERTIFICATE")
                    || block.label.equals("X509 CERTIFICATE")
                    || block.label.equals("TRUSTED CERTIFICATE")) {
                found.addAll(encoded(block.content));
            }
        }
        return found;
    }

    /** One or more DER certificates, one behind the other. */
    static List<X509Certificate> encoded(byte[] der) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der))) {
            found.add((X509Certificate) each);
        }
        return found;
    }

    /**
     * The first private key of a file, or null.
     *
     * @param password asked once, when the key is encrypted
     */
    static PrivateKey privateKey(byte[] file, Supplier<byte[]> password) throws GeneralSecurityException {
        for (Block block : blocks(file)) {
            if (!block.label.endsWith("PRIVATE KEY")) {
                continue;
            }
            byte[] content = block.content;
            if (block.headers.contains("ENCRYPTED")) {
                content = decryptLegacy(block.headers, content, password.get());
            }
            return switch (block.label) {
                case "PRIVATE KEY" -> pkcs8(content);
                case "ENCRYPTED PRIVATE KEY" -> pkcs8(decrypt(content, password.get()));
                case "RSA PRIVATE KEY" ->
                    pkcs8(wrap(Der.element(Der.SEQUENCE, RSA_ENCRYPTION, new byte[] {Der.NULL, 0}), content));
                case "EC PRIVATE KEY" -> pkcs8(wrap(Der.element(Der.SEQUENCE, EC_PUBLIC_KEY, curve(content)), content));
                default -> throw new InvalidKeySpecException("unsupported key: " + block.label);
            };
        }
        return null;
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return Der.element(Der.SEQUENCE, VERSION_0, algorithm, Der.element(Der.OCTET_STRING, key));
    }

    /** The curve of a SEC 1 key, as the element that names it. */
    private static byte[] curve(byte[] key) throws InvalidKeySpecException {
        Der inside = new Der(key).next().inside();
        while (inside.hasMore()) {
            Der.Element element = inside.next();
            if (element.tag() == EC_PARAMETERS) {
                return element.content();
            }
        }
        throw new InvalidKeySpecException("the key names no curve");
    }

    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        Der inside;
        try {
            inside = new Der(der).next().inside();
            inside.next();
            String algorithm =
                    switch (Der.objectIdentifier(inside.next().inside().next().content())) {
                        case "1.2.840.113549.1.1.1" -> "RSA";
                        case "1.2.840.113549.1.1.10" -> "RSASSA-PSS";
                        case "1.2.840.10045.2.1" -> "EC";
                        case "1.2.840.10040.4.1" -> "DSA";
                        case "1.3.101.112", "1.3.101.113" -> "EdDSA";
                        default -> throw new InvalidKeySpecException("unsupported algorithm of a key");
                    };
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException(e);
        }
    }

    private static char[] characters(byte[] password) {
        return new String(password, StandardCharsets.ISO_8859_1).toCharArray();
    }

    private static byte[] decrypt(byte[] der, byte[] password) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            // PBES2 names its parts in the parameters; their text is the algorithm's name to the JDK.
            String algorithm = info.getAlgName().contains("2") && info.getAlgParameters() != null
                    ? info.getAlgParameters().toString()
                    : info.getAlgName();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(characters(password))),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (java.io.IOException e) {
            throw new InvalidKeySpecException(e);
        }
    }

    /** {@code Proc-Type: 4,ENCRYPTED} and {@code DEK-Info: cipher,iv}: the key is made from the password by MD5. */
    private static byte[] decryptLegacy(String headers, byte[] content, byte[] password)
            throws GeneralSecurityException {
        Matcher info = Pattern.compile("DEK-Info: ([A-Z0-9-]+),([0-9A-Fa-f]+)").matcher(headers);
        if (!info.find()) {
            throw new InvalidKeySpecException("no DEK-Info");
        }
        byte[] iv = HexFormat.of().parseHex(info.group(2));
        String name = info.group(1);
        int length = name.startsWith("AES-")
                ? Integer.parseInt(name.substring(4, 7)) / 8
                : name.startsWith("DES-EDE3") ? 24 : 8;
        String algorithm = name.startsWith("AES") ? "AES" : length == 24 ? "DESede" : "DES";
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] key = {};
        byte[] last = {};
        while (key.length < length) {
            md5.update(last);
            md5.update(password);
            md5.update(iv, 0, 8);
            last = md5.digest();
            int from = key.length;
            key = Arrays.copyOf(key, from + last.length);
            System.arraycopy(last, 0, key, from, last.length);
        }
        Cipher cipher = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(Arrays.copyOf(key, length), algorithm), new IvParameterSpec(iv));
        return cipher.doFinal(content);
    }
}
