"""The modules _crypt, spwd and syslog: what does not depend on the machine."""
import crypt
import syslog
import warnings

for salt in "ab", "$1$abc", "$5$rounds=1000$abc", "$6$abcdefgh":
    print(crypt.crypt("secret", salt), crypt.crypt("gr\u00fcn", salt))
print(crypt.crypt("secret", "*") in ("*0", "*1"), crypt.METHOD_SHA512 in crypt.methods, crypt.mksalt(crypt.METHOD_SHA256)[:3])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    import spwd
print(seen[0].message, spwd.struct_spwd.n_fields, spwd.struct_spwd.n_sequence_fields)
print(spwd.struct_spwd(range(9)))


def fails(call, *arguments):
    try:
        print(call(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


fails(spwd.getspnam, 1)
fails(crypt.crypt, "a\0b", "ab")
fails(syslog.openlog, None)
fails(syslog.openlog, 1)
fails(syslog.syslog)
fails(syslog.syslog, 1, 2)
fails(syslog.syslog, "a", "b")
print(syslog.openlog("programs", syslog.LOG_PID, syslog.LOG_LOCAL7), syslog.syslog(syslog.LOG_DEBUG, "100% \u00fc"), syslog.closelog())
print(syslog.LOG_MASK(3), syslog.LOG_UPTO(syslog.LOG_WARNING), syslog.setlogmask(syslog.LOG_UPTO(4)), syslog.setlogmask(255))
