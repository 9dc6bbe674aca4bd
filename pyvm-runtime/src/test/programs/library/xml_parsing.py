import plistlib
import xml.etree.ElementTree as ET
from xml.dom import minidom
from xml.parsers import expat

DOCUMENT = b"""<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>
<!DOCTYPE root [
<!ELEMENT root (a, (b|c)*)>
<!ATTLIST root kind (x|y) "x" tokens NMTOKENS #IMPLIED>
<!NOTATION n SYSTEM "n.exe">
<!ENTITY acirc "&#226;">
<!ENTITY ext SYSTEM "ext.xml">
<!ENTITY raw SYSTEM "raw.bin" NDATA n>
]>
<root tokens="  p  q " xmlns:m="urn:m">
<m:a m:z="1&lt;&acirc;">caf\xe9 &acirc;</m:a><![CDATA[<&>]]>&ext;<b/></root><?pi data ?><!-- end -->"""


def record(separator, chunk):
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    seen = []
    for name in dir(parser):
        if name.endswith("Handler") and name != "DefaultHandler":
            setattr(parser, name, lambda *args, name=name[:-7]: seen.append((name, *args)) or 1)
    for i in range(0, len(DOCUMENT), chunk):
        parser.Parse(DOCUMENT[i : i + chunk])
    parser.Parse(b"", True)
    return seen


for event in record("!", 1000):
    print(*event)
print(record(None, 1000) == record(None, 3))

for bad in ["", "<a", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&x;</a>", "<a>]]></a>", "<a/>b", "<a b=1/>", "<p:a/>", "\n<a>\n\x01"]:
    try:
        ET.fromstring(bad)
    except ET.ParseError as e:
        print(repr(bad), e, e.code, e.position)

tree = ET.fromstring("<r><i k='1'>one</i>tail<i/></r>")
print([(i.tag, i.attrib, i.text, i.tail) for i in tree], ET.tostring(tree))
print(minidom.parseString("<a b='c'>t<!--x--></a>").toxml())
print(plistlib.loads(plistlib.dumps({"a": [1, True, "x", b"y"]})))
