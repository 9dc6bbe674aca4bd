package org.pyvm.modules.ssl;

import java.util.List;

/** The objects of X.500 and PKIX that have names in OpenSSL: their numbers there, short and long names, and identifiers. */
final class ObjectNames {
    record Entry(int number, String shortName, String longName, String identifier) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(13, "CN", "commonName", "2.5.4.3"),
            new Entry(100, "SN", "surname", "2.5.4.4"),
            new Entry(105, "serialNumber", "serialNumber", "2.5.4.5"),
            new Entry(14, "C", "countryName", "2.5.4.6"),
            new Entry(15, "L", "localityName", "2.5.4.7"),
            new Entry(16, "ST", "stateOrProvinceName", "2.5.4.8"),
            new Entry(660, "street", "streetAddress", "2.5.4.9"),
            new Entry(17, "O", "organizationName", "2.5.4.10"),
            new Entry(18, "OU", "organizationalUnitName", "2.5.4.11"),
            new Entry(106, "title", "title", "2.5.4.12"),
            new Entry(107, "description", "description", "2.5.4.13"),
            new Entry(860, "businessCategory", "businessCategory", "2.5.4.15"),
            new Entry(661, "postalCode", "postalCode", "2.5.4.17"),
            new Entry(173, "name", "name", "2.5.4.41"),
            new Entry(99, "GN", "givenName", "2.5.4.42"),
            new Entry(101, "initials", "initials", "2.5.4.43"),
            new Entry(174, "dnQualifier", "dnQualifier", "2.5.4.46"),
            new Entry(48, "emailAddress", "emailAddress", "1.2.840.113549.1.9.1"),
            new Entry(391, "DC", "domainComponent", "0.9.2342.19200300.100.1.25"),
            new Entry(458, "UID", "userId", "0.9.2342.19200300.100.1.1"),
            new Entry(955, "jurisdictionL", "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.1"),
            new Entry(956, "jurisdictionST", "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.2"),
            new Entry(957, "jurisdictionC", "jurisdictionCountryName", "1.3.6.1.4.1.311.60.2.1.3"),
            new Entry(129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"),
            new Entry(130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"),
            new Entry(131, "codeSigning", "Code Signing", "1.3.6.1.5.5.7.3.3"),
            new Entry(132, "emailProtection", "E-mail Protection", "1.3.6.1.5.5.7.3.4"),
            new Entry(133, "timeStamping", "Time Stamping", "1.3.6.1.5.5.7.3.8"),
            new Entry(180, "OCSPSigning", "OCSP Signing", "1.3.6.1.5.5.7.3.9"));

    private ObjectNames() {}

    /** The long name of an object, or its identifier when it has none. */
    static String longName(String identifier) {
        Entry entry = byIdentifier(identifier);
        return entry == null ? identifier : entry.longName;
    }

    static Entry byIdentifier(String identifier) {
        return ENTRIES.stream()
                .filter(entry -> entry.identifier.equals(identifier))
                .findFirst()
                .orElse(null);
    }

    static Entry byName(String name) {
        return ENTRIES.stream()
                .filter(entry -> entry.shortName.equals(name) || entry.longName.equals(name))
                .findFirst()
                .orElse(null);
    }

    static Entry byNumber(int number) {
        return ENTRIES.stream()
                .filter(entry -> entry.number == number)
                .findFirst()
                .orElse(null);
    }
}
