package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prefixes that are bound where a parser is, and names in full. */
public final class Namespaces {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** What may stand in a URI beside letters and digits. */
    private static final String URI_MARKS = "%-._~:/?#[]@!$&'()*+,;=";

    /** A prefix, empty for the default, and a name, empty for none. */
    private record Binding(String prefix, String uri) {}

    private final List<Binding> bindings = new ArrayList<>();
    /** What {@link #expand} has found, for elements and for attributes; forgotten when the bindings change. */
    private final Map<String, String> elements = new HashMap<>();

    private final Map<String, String> attributes = new HashMap<>();
    /** What stands between the parts of a name in full; null when namespaces are not looked at. */
    final String separator;
    /** Whether names in full end in the prefix they had. */
    private boolean keepsPrefixes;

    public Namespaces(String separator) {
        this.separator = separator;
    }

    boolean keepsPrefixes() {
        return keepsPrefixes;
    }

    void keepPrefixes(boolean keep) {
        keepsPrefixes = keep;
        forget();
    }

    int size() {
        return bindings.size();
    }

    /** Binds a prefix. @throws XmlFailure when that must not be */
    void bind(String prefix, String uri) {
        if (prefix.equals("xmlns")) {
            throw new XmlFailure(XmlFailure.RESERVED_PREFIX_XMLNS);
        }
        if (prefix.equals("xml") != uri.equals(XML)) {
            throw new XmlFailure(
                    prefix.equals("xml") ? XmlFailure.RESERVED_PREFIX_XML : XmlFailure.RESERVED_NAMESPACE_URI);
        }
        if (uri.equals(XMLNS)) {
            throw new XmlFailure(XmlFailure.RESERVED_NAMESPACE_URI);
        }
        boolean confuses = !separator.isEmpty()
                && uri.contains(separator)
                && !Character.isLetterOrDigit(separator.charAt(0))
                && URI_MARKS.indexOf(separator.charAt(0)) < 0;
        if (confuses) {
            throw new XmlFailure(XmlFailure.SYNTAX);
        }
        if (uri.isEmpty() && !prefix.isEmpty()) {
            throw new XmlFailure(XmlFailure.UNDECLARING_PREFIX);
        }
        bindings.add(new Binding(prefix, uri));
        forget();
    }

    private void forget() {
        elements.clear();
        attributes.clear();
    }

    /** Drops the last binding; answers its prefix. */
    String unbind() {
        forget();
        return bindings.removeLast().prefix();
    }

    private String uriOf(String prefix) {
        for (int i = bindings.size() - 1; i >= 0; i--) {
            if (bindings.get(i).prefix().equals(prefix)) {
                return bindings.get(i).uri();
            }
        }
        return prefix.equals("xml") ? XML : null;
    }

    /** A name with its namespace. @throws XmlFailure for a prefix that is not bound */
    String expand(String name, boolean isAttribute) {
        Map<String, String> known = isAttribute ? attributes : elements;
        String full = known.get(name);
        if (full == null) {
            full = find(name, isAttribute);
            known.put(name, full);
        }
        return full;
    }

    private String find(String name, boolean isAttribute) {
        int colon = name.indexOf(':');
        if (colon < 0 && isAttribute) {
            return name;
        }
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String uri = uriOf(prefix);
        if (uri == null || uri.isEmpty()) {
            if (colon >= 0) {
                throw new XmlFailure(XmlFailure.UNBOUND_PREFIX);
            }
            return name;
        }
        String full = uri + separator + name.substring(colon + 1);
        return keepsPrefixes && colon >= 0 ? full + separator + prefix : full;
    }

    /** All that is bound, as a part of the context of an external entity. */
    String context() {
        if (separator == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("xml=" + XML);
        for (Binding binding : bindings) {
            text.append('\f').append(binding.prefix()).append('=').append(binding.uri());
        }
        return text.toString();
    }

    /** Takes over what another parser's context says. */
    void restore(String context) {
        for (String part : context.split("\f")) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                bindings.add(new Binding(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
    }
}
