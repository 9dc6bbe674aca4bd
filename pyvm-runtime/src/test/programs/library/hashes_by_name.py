"""The module _hashlib: hashes under OpenSSL's names, HMAC, and keys from passwords."""
import _hashlib
import hashlib
import hmac

for name in "md5", "SHA1", "sha512_256", "SHA2-256", "sha3_384", "blake2b", "BLAKE2s-256", "md5-sha1", "1.3.14.3.2.26":
    h = hashlib.new(name, b"abc", usedforsecurity=False)
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:40], h.copy().digest() == h.digest())
x = _hashlib.openssl_shake_256(b"abc")
print(x.name, x.digest_size, x.hexdigest(7), x.digest(length=3), type(x).__mro__)
print(repr(_hashlib.new("sha224"))[:30], _hashlib.hmac_new(b"k", digestmod="sha224").name, hashlib.sha256)
print({"md5", "sha256", "shake_128", "sha512_224"} <= hashlib.algorithms_available, hashlib.algorithms_guaranteed <= hashlib.algorithms_available)

for digest in "sha256", hashlib.sha1, hashlib.sha3_256, "blake2b", "sha512_224":
    for key in b"", b"key", b"long key" * 30:
        a = _hashlib.hmac_new(key, b"some ", digest)
        a.update(b"message")
        b = a.copy()
        b.update(b"!")
        print(a.name, a.digest_size, a.hexdigest()[:20], b.hexdigest()[:20], a.digest() == _hashlib.hmac_digest(key, b"some message", digest))
print(hmac.new(b"k", b"m", "sha384").hexdigest()[:20], hmac.digest(b"k", b"m", "md5").hex())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha3_224", b"", b"", 2, 40).hex())
print(hashlib.pbkdf2_hmac("blake2s", b"p", b"s", 3, 70).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=4, dklen=64).hex())
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex())
print(_hashlib.compare_digest(b"a", bytearray(b"a")), _hashlib.compare_digest("a", "b"), _hashlib.get_fips_mode())


def fails(call, *arguments, **named):
    try:
        print(call(*arguments, **named))
    except Exception as e:
        print(type(e).__name__, e)


fails(_hashlib.new, "nonesuch")
fails(hashlib.new, "nonesuch")
fails(_hashlib.new, 1)
fails(_hashlib.new, "md5", "text")
fails(_hashlib.HASH)
fails(x.digest)
fails(x.hexdigest, -1)
fails(_hashlib.hmac_new, b"k", b"m")
fails(_hashlib.hmac_new, b"k", b"m", len)
fails(_hashlib.hmac_new, "k", b"m", "md5")
fails(_hashlib.hmac_new, b"k", b"m", "shake_128")
fails(_hashlib.pbkdf2_hmac, "nonesuch", b"", b"", 1)
fails(_hashlib.pbkdf2_hmac, "md5", b"", b"", 0)
fails(_hashlib.pbkdf2_hmac, "md5", b"", b"", 1, 0)
fails(_hashlib.pbkdf2_hmac, b"md5", b"", b"", 1)
fails(_hashlib.scrypt, b"p")
fails(_hashlib.scrypt, b"p", salt=b"s")
fails(_hashlib.scrypt, b"p", salt=b"s", n=3, r=1, p=1)
fails(_hashlib.scrypt, b"p", salt=b"s", n=2, r=0, p=1)
fails(_hashlib.scrypt, b"p", salt=b"s", n=1 << 20, r=8, p=1)
fails(_hashlib.scrypt, b"p", salt=b"s", n=2, r=1, p=1, maxmem=-1)
fails(_hashlib.compare_digest, 1, 2)
fails(_hashlib.compare_digest, "a", b"a")
