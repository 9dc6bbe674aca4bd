/**
 * The modules behind {@code hashlib}: {@code _md5}, {@code _sha1}, {@code _sha256}, {@code _sha512}, {@code _sha3}, {@code
 * _blake2}, and {@code _hashlib} with all of them under OpenSSL's names.
 *
 * <p>What Java's own digests cannot do is written here: outputs of any length, and keys, salts and trees of BLAKE2.
 */
package org.pyvm.modules.hash;
