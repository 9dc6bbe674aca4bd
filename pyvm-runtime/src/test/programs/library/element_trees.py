"""Elements, the builder of trees and the parser: xml.etree.ElementTree through its accelerator."""
import copy
import io
import pickle
import xml.etree.ElementTree as ET
from _elementtree import _set_factories


class Derived(ET.Element):
    pass


def show(*sources, **names):
    """Each expression has a tree of its own, e."""
    for source in sources:
        e = ET.XML('<a x="1">t<b/>u<c k="v">cc</c>w</a>')
        try:
            print(source, "->", eval(source, globals() | names | {"e": e}))
        except Exception as x:
            place = getattr(x, "code", ""), getattr(x, "position", "")
            print(source, "!", type(x).__name__, x, *place)


def change(*sources):
    for source in sources:
        e = ET.XML('<a x="1"><b/><c/><d/></a>')
        try:
            exec(source, globals() | {"e": e})
            print(source, "->", [child.tag for child in e], e.attrib)
        except Exception as x:
            print(source, "!", type(x).__name__, x)


show(
    "ET.Element()", "ET.Element('a', 1)", "ET.Element('a', {}, {})", "ET.Element('a', attrib=1)", "ET.Element(tag='a')",
    "ET.Element('a', attrib={'x': 1}, y=2).attrib", "ET.Element('a', {'x': 1}, attrib=3).attrib",
    "ET.Element.__new__(ET.Element, 1, 2)", "Derived('z', {'a': 1}, b=2).attrib", "ET.SubElement(1, 2)", "ET.SubElement(e)",
    "ET.SubElement(e, 'q', {'a': 1}, b=2).attrib", "ET.SubElement(e, 'q', 1)", "e.foo", "ET.Element.__bool__", "bool(e[0])",
    "e[5]", "e['a']", "e[-2]", "e[::2]", "list(reversed(e))", "e.append(1)", "e.insert(0, 1)", "e.insert('a', e)", "e.extend(1)",
    "e.extend([1])", "e.remove(1)", "e.remove(ET.Element('b'))", "e.find('b')", "e.find(b'b')", "e.find(1)", "e.find('./c')",
    "e.find('{*}c')", "e.find('{a/b}c')", "e.findtext('b'), e.findtext('q'), e.findtext('c'), e.findtext('q', default=5)",
    "e.findall('c'), e.findall('.//c'), e.findall('c', namespaces={})", "list(e.iterfind('c'))", "e.iter()", "type(e.iter())()",
    "[list(e.iter(t)) for t in ('*', 'c', None, b'*', 1)]", "list(e.itertext()), list(e[1].itertext())", "e.get()",
    "e.get('x'), e.get('y'), e.get('y', default=6)", "e.get([])", "ET.Element('q').get([])", "e.keys(), e.items()",
    "e.makeelement('q', 1)", "e.makeelement('q', {'a': 1}).attrib", "e.__getstate__()", "e.__setstate__(1)", "e.__setstate__({})",
    "e.__setstate__({'tag': 1, '_children': [1]})", "e.__setstate__({'tag': 1, '_children': 1})", "e.__deepcopy__(1)",
    "pickle.loads(pickle.dumps(e)).__getstate__()", "copy.copy(e).attrib is e.attrib, list(copy.copy(e)) == list(e)",
    "copy.deepcopy(e).attrib is e.attrib, list(copy.deepcopy(e).iter())", "[ET.Element('a').__sizeof__(), e.__sizeof__()]",
    "pickle.dumps(ET.TreeBuilder())", "copy.copy(e.iter())", "(e.append(e), copy.deepcopy(e))", "hash(e) == hash(e), e == e, e < e",
)
change(
    "e[0] = 1", "e[9] = e", "e['k'] = e", "e[0:1] = 1", "e[0:1] = [1]", "e[::2] = []", "e[5:2] = [ET.Element('q')]",
    "e[1:2] = iter([ET.Element('q'), ET.Element('r')])", "e[::-1] = list(e)", "del e[0]", "del e[7]", "del e[::2]", "del e[::-1]",
    "e[1:] = []", "e.insert(-1, ET.Element('n'))", "e.insert(-100, ET.Element('n'))", "e.extend([ET.Element('n'), 1])",
    "e.remove(e[1])", "e.clear()", "del e.tag", "del e.text", "del e.attrib", "e.attrib = []", "e.attrib = {'p': 1}", "e.foo = 1",
    "e.set('y', 2)", "e.set(1)", "e.__init__('z', {'y': 1})", "e.__init__('z')",
)


def built(steps, **options):
    """What the steps answer, and the tree."""
    b = ET.TreeBuilder(**options)
    answers = [getattr(b, name)(*args) for name, *args in steps]
    root = b.close()
    return answers, root.text, root.tail, [(child.text, child.tail) for child in root]


pair = {"comment_factory": lambda *args: args, "pi_factory": lambda *args: args}
show(
    "ET.TreeBuilder(None, 1)", "ET.TreeBuilder(foo=1)", "ET.TreeBuilder().start('a', 1)", "ET.TreeBuilder().end('a')",
    "ET.TreeBuilder().data('a'), ET.TreeBuilder().close()", "ET.TreeBuilder(1).start('a', {})", "ET.TreeBuilder().comment('x')",
    "ET.TreeBuilder(**pair).comment('x'), ET.TreeBuilder(**pair).pi('x')",
    "built([('start', 'a', {}), ('data', 't'), ('comment', 'x'), ('data', 'u'), ('pi', 'y'), ('end', 'a')])",
    "built([('start', 'a', {}), ('data', 't'), ('comment', 'x'), ('data', 'u'), ('end', 'a')], insert_comments=True)",
    "built([('start', 'a', {}), ('comment', 'x')], insert_comments=True, **pair)",
    "built([('start', 'a', {}), ('end', 'a'), ('data', 't'), ('comment', 'x'), ('data', 'u'), ('pi', 'y')])",
    "built([('start', 'a', {}), ('data', 1), ('end', 'a')])", "built([('start', 'a', {}), ('data', b'1'), ('data', 2), ('end', 'a')])",
    "built([('start', 'a', {}), ('end', 'a'), ('start', 'b', {})])", "_set_factories(1, 2)", "_set_factories(None, 2)",
    "_set_factories(ET.Comment, ET.PI)",
)
show(
    "ET.XMLParser(1)", "ET.XMLParser(encoding=1)", "ET.XMLParser(encoding='zork').feed('<a/>')",
    "ET.XMLParser(encoding='zork').feed(b'<a/>')", "ET.XMLParser.__new__(ET.XMLParser).feed('')", "ET.XMLParser().feed(1)",
    "ET.XMLParser().close()", "ET.XMLParser(target=1).feed('<a>x</a>')", "ET.XMLParser()._parse_whole(1)",
    "ET.XMLParser()._setevents(1)", "ET.XMLParser()._setevents([], 1)", "ET.XMLParser()._setevents([], (1,))",
    "ET.XMLParser()._setevents([], ('zork',))", "ET.XMLParser(target=1)._setevents([], ())", "ET.XML('<a>\\n &foo;</a>')",
    "ET.XML('<a></b>')", "ET.XML('<a></ a>')", "ET.XML('<a/><b/>')", "ET.XML('<a>\\ud800</a>')", "ET.XML(b'<?xml version=\"1.0\" encoding=\"cp864\"?><a/>')",
    "ET.XML('<?xml version=\"1.0\" encoding=\"latin-1\"?><a>\xe9\u20ac\U0001f600</a>').text", "ET.ParseError.__mro__",
    "ET.XMLParser()._parse_whole(io.StringIO('<a>\\ud800</a>'))", "ET.XMLParser()._parse_whole(io.BytesIO(b'<a/>'))",
)


class Target:
    def __init__(self, *names):
        for name in names:
            setattr(self, name, lambda *args, name=name: print("  ", name, *map(repr, args)))


DOCUMENT = '<!DOCTYPE a PUBLIC "p" "s" [<!ENTITY e "v">]><a xmlns="u" x="1">x\ny&amp;&e;<b xmlns:p="q"/><!--c--><?i d?><?j?>&f;</a>'
for names in (["start", "end", "close"], ["data", "comment", "pi"], ["doctype", "start_ns", "end_ns"]):
    print(names)
    parser = ET.XMLParser(target=Target(*names))
    parser.entity["f"] = "FFF"
    parser.feed(DOCUMENT)
    parser.close()
show("ET.XML(DOCUMENT)")


class Failing:
    """What is left of a piece when the target fails is not told, what follows is."""

    def start(self, tag, attributes):
        print("   start", tag)
        raise KeyError(tag)

    def end(self, tag):
        print("   end", tag)


parser = ET.XMLParser(target=Failing())
for piece in ("<a><b></b>", "<c></c>", "</a>"):
    try:
        parser.feed(piece)
    except KeyError as e:
        print("failed", e)
print(parser.close())

queue = []
parser = ET.XMLParser()
parser._setevents(queue, ("start", b"end", "start-ns", "end-ns", "comment", "pi"))
for piece in ('<a xmlns="u">t', "t\nt", "<!--c--><?i d?><p:b xmlns:", 'p="q" p:x="1" y="2"/>', "&#x1f600;</a>"):
    parser.feed(piece)
root = parser.close()
print(queue, repr(root.text), root[0].attrib, root[0].tail)
pull = ET.XMLPullParser(("start", "end", "comment"))
for piece in ("<a><!--c--><b>", "</b></c>"):
    pull.feed(piece)
    try:
        print(list(pull.read_events()))
    except ET.ParseError as e:
        print(e, e.code, e.position)


class Plain:
    """What a factory of elements makes may be of any class."""

    def __init__(self, tag, attributes):
        self.tag, self.text, self.tail, self.children = tag, None, None, []

    def append(self, child):
        self.children.append(child)


parser = ET.XMLParser(target=ET.TreeBuilder(Plain))
parser.feed("<a>x<b>y</b>z</a>")
root = parser.close()
print(root.text, root.children[0].text, root.children[0].tail)
