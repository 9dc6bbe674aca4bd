# csv: every way of quoting, there and back, and what readers and dialects refuse.
import csv
import io


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


ROWS = [[""], [], [None], ['a"b'], ["a,b"], ["a\nb"], [1, 1.5, "x", None], [" a"], ["a\\b"], ["a!"], ["'"], ["", ""], ["é😀"]]
for options in (
    {},
    {"quoting": csv.QUOTE_ALL},
    {"quoting": csv.QUOTE_NONNUMERIC},
    {"quoting": csv.QUOTE_NONE},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    {"doublequote": False},
    {"doublequote": False, "escapechar": "\\"},
    {"lineterminator": "!"},
    {"delimiter": " "},
    {"quotechar": "'"},
    {"escapechar": "\\"},
):
    print(options)
    for row in ROWS:
        out = io.StringIO()
        try:
            csv.writer(out, **options).writerow(row)
        except csv.Error as e:
            print("   ", row, e)
            continue
        try:
            back = list(csv.reader(io.StringIO(out.getvalue(), newline=""), **options))
        except (csv.Error, ValueError) as e:
            back = f"{type(e).__name__}: {e}"
        print("   ", row, repr(out.getvalue()), back)

for lines, options in (
    (['a"b"c', '"a', 'b"'], {}),
    (['"a'], {"strict": True}),
    (['"a"b'], {"strict": True}),
    (['"a"b'], {}),
    (["a\nb"], {}),
    (["a\\"], {"escapechar": "\\"}),
    ([b"a"], {}),
    (['"a\r\n', 'b"'], {}),
    ([" a, b"], {"skipinitialspace": True}),
    (['1,"2",x'], {"quoting": csv.QUOTE_NONNUMERIC}),
    (["a" * 200000], {}),
):
    attempt(lambda: list(csv.reader(lines, **options)))

for options in (
    {"delimiter": 1},
    {"delimiter": "ab"},
    {"quotechar": 1},
    {"quotechar": ""},
    {"lineterminator": None},
    {"lineterminator": 1},
    {"quoting": 9},
    {"quoting": "a"},
    {"quotechar": None, "quoting": 0},
    {"foo": 1},
):
    attempt(lambda: csv.reader([], **options))
attempt(lambda: csv.get_dialect("nope"))
attempt(lambda: csv.writer(1))
attempt(lambda: csv.reader())
attempt(lambda: csv.writer(io.StringIO()).writerow(5))
attempt(lambda: setattr(csv.get_dialect("excel"), "delimiter", ";"))

csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL)
print(csv.list_dialects())
table = io.StringIO()
writer = csv.DictWriter(table, ["name", "size"], dialect="pipes")
writer.writeheader()
writer.writerows([{"name": "a|b", "size": 1}, {"name": "c", "size": 2}])
print(table.getvalue())
table.seek(0)
print([row for row in csv.DictReader(table, dialect="pipes")])
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,size\na,1\nb,2\n"))
