/**
 * The modules behind {@code hashlib}: {@code _md5}, {@code _sha1}, {@code _sha256}, {@code _sha512}, {@code _sha3} and {@code
 * _blake2}.
 *
 * <p>What Java's own digests cannot do is written here: outputs of any length, and keys, salts and trees of BLAKE2.
 */
package org.pyvm.modules.hash;
