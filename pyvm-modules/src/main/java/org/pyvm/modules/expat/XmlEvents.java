package org.pyvm.modules.expat;

import java.util.List;

/**
 * What a parser finds. A method that answers says whether somebody wanted to know; if not, the parser offers the raw text. Of what has a
 * default, nobody wants to know.
 */
public interface XmlEvents {
    /** An attribute of an element. */
    record Attribute(String name, String value) {}

    /** One step of a content model: 1 to 6 for EMPTY, ANY, mixed, a name, a choice, a sequence; 0 to 3 for once, ?, *, +. */
    record Model(int type, int quantifier, String name, List<Model> children) {}

    /** @param specified how many of the attributes are in the document and not defaults */
    boolean startElement(String name, List<Attribute> attributes, int specified);

    boolean endElement(String name);

    boolean characters(String text);

    /** Whether text may be given in larger pieces than expat's, which end at each end of a line. */
    default boolean joinsText() {
        return false;
    }

    boolean processingInstruction(String target, String data);

    boolean comment(String text);

    default boolean startCdata() {
        return false;
    }

    default boolean endCdata() {
        return false;
    }

    void startNamespace(String prefix, String uri);

    void endNamespace(String prefix);

    /** Raw text that nobody else wanted. */
    void unhandled(String text);

    /** Whether internal entities are to be expanded where they are referred to. */
    default boolean expandsEntities() {
        return true;
    }

    /** @param standalone 1, 0, or -1 when not said */
    default boolean xmlDeclaration(String version, String encoding, int standalone) {
        return false;
    }

    boolean startDoctype(String name, String systemId, String publicId, boolean hasInternalSubset);

    default boolean endDoctype() {
        return false;
    }

    default boolean wantsDoctype() {
        return true;
    }

    default boolean elementDeclaration(String name, Model model) {
        return false;
    }

    default boolean attributeDeclaration(String element, String name, String type, String fallback, boolean required) {
        return false;
    }

    default boolean entityDeclaration(
            String name, boolean isParameter, String value, XmlDtd.External external, String notation) {
        return false;
    }

    default boolean unparsedEntityDeclaration(String name, XmlDtd.External external, String notation) {
        return false;
    }

    default boolean notationDeclaration(String name, XmlDtd.External external) {
        return false;
    }

    /** @return 1 to go on, 0 when that failed, -1 when nobody knows about external entities */
    default int externalEntity(String context, XmlDtd.External external) {
        return -1;
    }

    default boolean skippedEntity(String name, boolean isParameter) {
        return false;
    }

    /** Whether a document that is not standalone may be read on. */
    default boolean acceptsNotStandalone() {
        return true;
    }

    /** The characters of an encoding that the parser does not know: 256 of them, -1 for none. Errors are Python's. */
    int[] encoding(String name);
}
