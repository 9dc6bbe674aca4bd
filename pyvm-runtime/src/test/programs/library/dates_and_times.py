import calendar
import time
from datetime import MAXYEAR, date, datetime, time as daytime, timedelta, timezone

d = date(2026, 11, 22)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.strftime("%a %d %b %Y %j %U %%"), d.replace(day=1), d + timedelta(days=40), d - date(2025, 12, 31), date.fromisoformat("2024-02-29"), date.fromordinal(1), d.timetuple()[:8])
dt = datetime(2026, 1, 31, 23, 59, 58, 123456, tzinfo=timezone.utc)
print(dt, repr(dt), dt.isoformat("T", "milliseconds"), dt.date(), dt.time(), dt.timetz(), dt.timestamp(), dt.astimezone(timezone(timedelta(hours=5, minutes=30))), dt.utcoffset(), dt + timedelta(seconds=2), dt.ctime())
print(datetime.strptime("22/11/2026 07:05 PM", "%d/%m/%Y %I:%M %p"), datetime.fromisoformat("2026-11-22T10:00:00+02:00"), datetime.fromtimestamp(0, timezone.utc), datetime.combine(d, daytime(1, 2)), datetime.min, MAXYEAR, datetime.fromisoformat("20261122T101112Z"))
td = timedelta(days=-1, hours=5, microseconds=7)
print(td, repr(td), td.total_seconds(), abs(td), -td, td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=7), divmod(td, timedelta(days=1)), timedelta(weeks=1) > timedelta(days=6), bool(timedelta()), timedelta(1) / timedelta(hours=5), str(timedelta(days=100, seconds=5)))
print(daytime(12, 30).isoformat(), daytime(1, 2, 3, 4), daytime.fromisoformat("04:05"), timezone(timedelta(hours=-3), "X"), timezone.utc, sorted([d, date(2020, 1, 1)]), date.max - date.min, f"{d:%d.%m.%y}", f"{dt:%H%M%S.%f%z %Z}")
for bad in (lambda: date(2026, 2, 30), lambda: date(0, 1, 1), lambda: datetime(2026, 1, 1, 25), lambda: date.fromisoformat("22-11-2026"), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2026 x", "%Y"), lambda: d - 5, lambda: d < dt,
            lambda: date.max + timedelta(1), lambda: timedelta(days=10**10), lambda: datetime(2026, 1, 1) < dt, lambda: timezone(timedelta(days=2)), lambda: date("2026", 1, 1), lambda: d.replace(month=13)):
    try:
        print("no error", bad())
    except Exception as e:
        print(type(e).__name__, e)
print(calendar.month(2026, 2), calendar.isleap(2024), calendar.monthrange(2026, 11), calendar.TextCalendar(6).formatmonth(2024, 2), calendar.day_name[0])
print(time.gmtime(86400 * 365)[:6], time.strftime("%Y-%m-%d", time.gmtime(0)), time.asctime(time.gmtime(0)), calendar.timegm((2001, 9, 9, 1, 46, 40)), time.strptime("10 Mar 99", "%d %b %y")[:3], time.monotonic() <= time.monotonic(), time.time() > 1.7e9)
import zlib, hashlib, base64, binascii, struct, array, uuid

print(hashlib.md5(b"x").hexdigest(), hashlib.sha256(b"").hexdigest()[:16], hashlib.new("sha1", b"abc").hexdigest(), hashlib.blake2b(b"a", digest_size=8).hexdigest(), hashlib.sha3_256(b"").hexdigest()[:8], zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.decompress(zlib.compress(b"abc" * 100)) == b"abc" * 100)
print(base64.b64encode(b"any carnal pleas"), base64.b32encode(b"foo"), base64.urlsafe_b64decode("-_8="), binascii.hexlify(b"\x01\xff", "-"), base64.b85encode(b"test"), struct.pack("<IhQ?4sf", 1, -2, 3, True, b"ab", 1.5), struct.unpack(">Hb", b"\x01\x02\xff"), struct.calcsize("@iq"), array.array("i", [1, 2, 3]).tobytes()[:4], array.array("d", [1.5]), uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))
