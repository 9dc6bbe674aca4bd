package org.pyvm.modules.expat;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.PyObject;

/** The attributes of a parser that hold the functions to call. */
final class HandlerAttributes {
    private HandlerAttributes() {}

    @PythonGetter("StartElementHandler")
    static PyObject startElement(PyXmlParser self) {
        return self.handler(Handler.START_ELEMENT);
    }

    @PythonSetter(value = "StartElementHandler", deletable = true)
    static void setStartElement(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.START_ELEMENT, function);
    }

    @PythonGetter("EndElementHandler")
    static PyObject endElement(PyXmlParser self) {
        return self.handler(Handler.END_ELEMENT);
    }

    @PythonSetter(value = "EndElementHandler", deletable = true)
    static void setEndElement(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.END_ELEMENT, function);
    }

    @PythonGetter("ProcessingInstructionHandler")
    static PyObject processingInstruction(PyXmlParser self) {
        return self.handler(Handler.PROCESSING_INSTRUCTION);
    }

    @PythonSetter(value = "ProcessingInstructionHandler", deletable = true)
    static void setProcessingInstruction(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.PROCESSING_INSTRUCTION, function);
    }

    @PythonGetter("CharacterDataHandler")
    static PyObject characterData(PyXmlParser self) {
        return self.handler(Handler.CHARACTER_DATA);
    }

    @PythonSetter(value = "CharacterDataHandler", deletable = true)
    static void setCharacterData(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.CHARACTER_DATA, function);
    }

    @PythonGetter("UnparsedEntityDeclHandler")
    static PyObject unparsedEntityDecl(PyXmlParser self) {
        return self.handler(Handler.UNPARSED_ENTITY_DECL);
    }

    @PythonSetter(value = "UnparsedEntityDeclHandler", deletable = true)
    static void setUnparsedEntityDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.UNPARSED_ENTITY_DECL, function);
    }

    @PythonGetter("NotationDeclHandler")
    static PyObject notationDecl(PyXmlParser self) {
        return self.handler(Handler.NOTATION_DECL);
    }

    @PythonSetter(value = "NotationDeclHandler", deletable = true)
    static void setNotationDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.NOTATION_DECL, function);
    }

    @PythonGetter("StartNamespaceDeclHandler")
    static PyObject startNamespaceDecl(PyXmlParser self) {
        return self.handler(Handler.START_NAMESPACE_DECL);
    }

    @PythonSetter(value = "StartNamespaceDeclHandler", deletable = true)
    static void setStartNamespaceDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.START_NAMESPACE_DECL, function);
    }

    @PythonGetter("EndNamespaceDeclHandler")
    static PyObject endNamespaceDecl(PyXmlParser self) {
        return self.handler(Handler.END_NAMESPACE_DECL);
    }

    @PythonSetter(value = "EndNamespaceDeclHandler", deletable = true)
    static void setEndNamespaceDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.END_NAMESPACE_DECL, function);
    }

    @PythonGetter("CommentHandler")
    static PyObject comment(PyXmlParser self) {
        return self.handler(Handler.COMMENT);
    }

    @PythonSetter(value = "CommentHandler", deletable = true)
    static void setComment(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.COMMENT, function);
    }

    @PythonGetter("StartCdataSectionHandler")
    static PyObject startCdataSection(PyXmlParser self) {
        return self.handler(Handler.START_CDATA_SECTION);
    }

    @PythonSetter(value = "StartCdataSectionHandler", deletable = true)
    static void setStartCdataSection(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.START_CDATA_SECTION, function);
    }

    @PythonGetter("EndCdataSectionHandler")
    static PyObject endCdataSection(PyXmlParser self) {
        return self.handler(Handler.END_CDATA_SECTION);
    }

    @PythonSetter(value = "EndCdataSectionHandler", deletable = true)
    static void setEndCdataSection(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.END_CDATA_SECTION, function);
    }

    @PythonGetter("DefaultHandler")
    static PyObject unhandled(PyXmlParser self) {
        return self.handler(Handler.DEFAULT);
    }

    @PythonSetter(value = "DefaultHandler", deletable = true)
    static void setDefault(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.DEFAULT, function);
    }

    @PythonGetter("DefaultHandlerExpand")
    static PyObject unhandledExpanded(PyXmlParser self) {
        return self.handler(Handler.DEFAULT_EXPAND);
    }

    @PythonSetter(value = "DefaultHandlerExpand", deletable = true)
    static void setDefaultExpand(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.DEFAULT_EXPAND, function);
    }

    @PythonGetter("NotStandaloneHandler")
    static PyObject notStandalone(PyXmlParser self) {
        return self.handler(Handler.NOT_STANDALONE);
    }

    @PythonSetter(value = "NotStandaloneHandler", deletable = true)
    static void setNotStandalone(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.NOT_STANDALONE, function);
    }

    @PythonGetter("ExternalEntityRefHandler")
    static PyObject externalEntityRef(PyXmlParser self) {
        return self.handler(Handler.EXTERNAL_ENTITY_REF);
    }

    @PythonSetter(value = "ExternalEntityRefHandler", deletable = true)
    static void setExternalEntityRef(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.EXTERNAL_ENTITY_REF, function);
    }

    @PythonGetter("StartDoctypeDeclHandler")
    static PyObject startDoctypeDecl(PyXmlParser self) {
        return self.handler(Handler.START_DOCTYPE_DECL);
    }

    @PythonSetter(value = "StartDoctypeDeclHandler", deletable = true)
    static void setStartDoctypeDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.START_DOCTYPE_DECL, function);
    }

    @PythonGetter("EndDoctypeDeclHandler")
    static PyObject endDoctypeDecl(PyXmlParser self) {
        return self.handler(Handler.END_DOCTYPE_DECL);
    }

    @PythonSetter(value = "EndDoctypeDeclHandler", deletable = true)
    static void setEndDoctypeDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.END_DOCTYPE_DECL, function);
    }

    @PythonGetter("EntityDeclHandler")
    static PyObject entityDecl(PyXmlParser self) {
        return self.handler(Handler.ENTITY_DECL);
    }

    @PythonSetter(value = "EntityDeclHandler", deletable = true)
    static void setEntityDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.ENTITY_DECL, function);
    }

    @PythonGetter("XmlDeclHandler")
    static PyObject xmlDecl(PyXmlParser self) {
        return self.handler(Handler.XML_DECL);
    }

    @PythonSetter(value = "XmlDeclHandler", deletable = true)
    static void setXmlDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.XML_DECL, function);
    }

    @PythonGetter("ElementDeclHandler")
    static PyObject elementDecl(PyXmlParser self) {
        return self.handler(Handler.ELEMENT_DECL);
    }

    @PythonSetter(value = "ElementDeclHandler", deletable = true)
    static void setElementDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.ELEMENT_DECL, function);
    }

    @PythonGetter("AttlistDeclHandler")
    static PyObject attlistDecl(PyXmlParser self) {
        return self.handler(Handler.ATTLIST_DECL);
    }

    @PythonSetter(value = "AttlistDeclHandler", deletable = true)
    static void setAttlistDecl(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.ATTLIST_DECL, function);
    }

    @PythonGetter("SkippedEntityHandler")
    static PyObject skippedEntity(PyXmlParser self) {
        return self.handler(Handler.SKIPPED_ENTITY);
    }

    @PythonSetter(value = "SkippedEntityHandler", deletable = true)
    static void setSkippedEntity(PyXmlParser self, PyObject function) {
        self.setHandler(Handler.SKIPPED_ENTITY, function);
    }
}
