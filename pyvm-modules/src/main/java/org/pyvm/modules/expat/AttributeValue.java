package org.pyvm.modules.expat;

/** The value of an attribute: references replaced, white space as blanks, and blanks joined unless it is plain text. */
final class AttributeValue {
    private final XmlDtd dtd;
    private final boolean isText;
    private final StringBuilder out = new StringBuilder();

    private AttributeValue(XmlDtd dtd, boolean isText) {
        this.dtd = dtd;
        this.isText = isText;
    }

    static String of(XmlDtd dtd, XmlText source, int from, int to, boolean isText) {
        AttributeValue value = new AttributeValue(dtd, isText);
        value.append(source, from, to);
        StringBuilder out = value.out;
        if (!isText && !out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private void append(XmlText source, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.chars[i];
            if (c == '&') {
                int end = References.end(source, i);
                if (end < 0) {
                    throw new XmlFailure(XmlFailure.INVALID_TOKEN, i);
                }
                reference(source.slice(i + 1, end - 1), i);
                i = end - 1;
            } else if (c == '\r' && i + 1 < to && source.chars[i + 1] == '\n') {
                continue;
            } else if (c == '<' && source.complete && !(source instanceof XmlInput)) {
                throw new XmlFailure(XmlFailure.INVALID_TOKEN, i);
            } else if (XmlChars.isSpace(c)) {
                blank();
            } else {
                out.append(c);
            }
        }
    }

    private void blank() {
        if (isText || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private void reference(String name, int at) {
        if (name.startsWith("#")) {
            String character = XmlChars.character(name.substring(1), at);
            if (character.equals(" ")) {
                blank();
            } else {
                out.append(character);
            }
            return;
        }
        String known = dtd.predefined(name);
        if (known != null) {
            out.append(known);
            return;
        }
        XmlDtd.Entity entity = dtd.entities.get(name);
        if (entity == null) {
            if (!dtd.hasParameterReferences || dtd.standalone) {
                // Told of the tag, other errors of the reference: as expat does.
                throw new XmlFailure(XmlFailure.UNDEFINED_ENTITY);
            }
            return;
        }
        if (entity.open) {
            throw new XmlFailure(XmlFailure.RECURSIVE_ENTITY_REF, at);
        }
        if (entity.notation != null) {
            throw new XmlFailure(XmlFailure.BINARY_ENTITY_REF, at);
        }
        if (entity.text == null) {
            throw new XmlFailure(XmlFailure.ATTRIBUTE_EXTERNAL_ENTITY_REF, at);
        }
        entity.open = true;
        try {
            dtd.charge(entity.text.length());
            char[] text = entity.text.toCharArray();
            append(new XmlText(text, true), 0, text.length);
        } catch (XmlFailure e) {
            throw new XmlFailure(e.code, at);
        } finally {
            entity.open = false;
        }
    }
}
