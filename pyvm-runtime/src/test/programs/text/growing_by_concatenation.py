"""Texts that grow piece by piece share a buffer; each keeps its own end, whenever it is looked at."""
text = "x" * 300
first = text + "y"
left, right = first + "1", first + "2"
wide = left + "\u1234" + "\U0001f600" + "z"
lone = left + "\ud83d" + "\ude00"
again = left + "3"
print([len(t) for t in (first, left, right, wide, lone, again)], first[-2:], left[-2:], right[-2:], ascii(wide[-4:]), ascii(lone[-3:]), again[-3:])
print(left == "x" * 300 + "y1", hash(right) == hash("x" * 300 + "y2"), {left: 1}["x" * 300 + "y1"], left < right, "12" in first + "12", again[::-1][:4])
grown, looked, sizes = "", 0, set()
for i in range(3000):
    grown += str(i % 10)
    if i % 7 == 0:
        looked += grown.endswith("7") + (grown[-1] == grown[len(grown) - 1])
    sizes.add(len(grown))
print(grown == "0123456789" * 300, looked, len(sizes), grown.count("89"), ("ab" + "\ud83d")[::-1] == "\ud83dba")
