/**
 * The module {@code _ssl}: TLS as CPython's {@code ssl} expects it of OpenSSL, over the JDK's own ({@code SSLEngine}). {@link
 * org.pyvm.modules.ssl.TlsConnection} moves bytes and knows no Python; contexts and connections as Python sees them are beside
 * it, certificates and keys in {@code Pem}, {@code Der} and {@code CertificateText}.
 */
package org.pyvm.modules.ssl;
