# Reads a table with quoted fields by hand, groups it, and prints a report with totals.
from itertools import groupby
from operator import itemgetter

DATA = '''\
region,product,units,price,remark
north,apples,10,0.25,
south,"pears, green",3,0.40,"said ""fine"""
north,plums,7,1.10,ripe
east,apples,0,0.30,none sold
south,apples,120,0.22,
north,"pears, green",1,0.45,"two
lines"
'''


def records(text):
    """Fields may be quoted, quotes are doubled, a quoted field may hold line ends."""
    field, record, quoted = [], [], False
    chars = iter(text)
    for c in chars:
        if quoted:
            if c != '"':
                field.append(c)
                continue
            c = next(chars, "")
            if c == '"':
                field.append(c)
                continue
            quoted = False
        if c == '"' and not field:
            quoted = True
        elif c in ",\n":
            record.append("".join(field))
            field.clear()
            if c == "\n":
                yield tuple(record)
                record = []
        else:
            field.append(c)
    if quoted:
        raise ValueError("unclosed quote")


class Row(dict):
    __getattr__ = dict.__getitem__


head, *body = records(DATA)
rows = [Row(zip(head, r)) for r in body]
for row in rows:
    row["units"] = int(row["units"])
    row["price"] = float(row["price"])
    row["total"] = row.units * row.price
print(head)
print(rows[1].product, repr(rows[5].remark), rows[1].remark)

rows.sort(key=itemgetter("region", "product"))
line = "{:<8}|{:<14}|{:>6}|{:>8.2f}|{:>9.3f}"
print("{:<8}|{:<14}|{:>6}|{:>8}|{:>9}".format(*head[:4], "total"))
print("-" * 8, "-" * 14, "-" * 6, "-" * 8, "-" * 9, sep="+")
grand = 0
for region, group in groupby(rows, key=itemgetter("region")):
    subtotal = 0
    for row in group:
        print(line.format(region, row.product, row.units, row.price, row.total))
        region = ""
        subtotal += row.total
    print(f"{'=':>50} {subtotal:.2f}".replace(" ", ".", 45))
    grand += subtotal
print(f"{grand:,.4f} {grand:e} {grand!r}")
print(max(rows, key=lambda r: r.total)["product"], min(r.price for r in rows))
try:
    list(records('a,"b'))
except ValueError as e:
    print(e)
try:
    rows[0].nothing
except KeyError as e:
    print(repr(e))
