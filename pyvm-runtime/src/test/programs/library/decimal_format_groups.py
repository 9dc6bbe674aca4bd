# Groups of digits by a program's own rules, with zeros in front that are grouped too but never begin with a separator.
from decimal import Decimal

for sizes in ([3], [1, 2], [1, 4, 2, 127], [1, 4, 2, 0]):
    rules = {"decimal_point": "&", "grouping": "".join(map(chr, sizes)), "thousands_sep": "-"}
    for width in range(1, 15):
        print(Decimal(123456).__format__("0%dn" % width, rules), Decimal("-12.5").__format__("0%dn" % width, rules))
for spec in ("00n", "0n", "00", "0", "010,", "-010.2f", "=10", "<010", "=010f", "000f", "x=05", "#10", "10.05f"):
    try:
        print(spec, format(Decimal("1234.5"), spec))
    except ValueError as error:
        print(spec, error)
