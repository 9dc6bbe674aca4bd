# What time.struct_time and its like take: a sequence, and a dict of the fields behind it.
import time

make = time.struct_time
for arguments, keywords in [
    ((), {}),
    (("123456789",), {"dict": None}),
    (("123456789", {}, 3), {}),
    (("123456789",), {"x": 1}),
    (("12345678",), {}),
    (("123456789012",), {}),
]:
    try:
        make(*arguments, **keywords)
    except TypeError as error:
        print(error)
print(make(sequence="123456789"))
full = make("123456789", {"tm_zone": 5, "other": 3})
print(full.tm_zone, full.tm_gmtoff, make("1234567890", dict={"tm_gmtoff": 3}).tm_gmtoff)
