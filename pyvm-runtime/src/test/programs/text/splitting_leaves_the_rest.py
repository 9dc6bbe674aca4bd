"""maxsplit leaves the rest as it is; a star in a format takes the value that came by key; [*x] asks for the length."""
for text in " a  b ", "a", " ", "a b":
    for most in 0, 1, 2:
        print(text.split(None, most), text.rsplit(None, most), text.encode().split(None, most), text.encode().rsplit(None, most))
try:
    print("%(a)*d" % {"a": 3})
except TypeError as e:
    print(e)
