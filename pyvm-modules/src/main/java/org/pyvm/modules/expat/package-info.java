/**
 * The module {@code pyexpat}, with an XML parser of its own that takes its input bit by bit, since Java's wants all of it.
 *
 * <p>{@code XmlInput} decodes, {@code DocumentParser} goes through prolog and content, {@code DoctypeParser} through
 * declarations; what they find goes to an {@code XmlEvents}, of which {@code PyXmlParser}, what Python sees, is one. Errors have
 * expat's numbers and places.
 */
package org.pyvm.modules.expat;
