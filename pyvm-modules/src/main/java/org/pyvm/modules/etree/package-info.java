/**
 * The module {@code _elementtree}: elements, the builder of trees and the parser, which hands what it reads to a builder of this package
 * without a call of Python's.
 *
 * <p>{@code PyElement} is the place to start; {@code ParserEvents} joins the parser of {@code pyexpat} to builders and other targets.
 * Paths are left to {@code xml.etree.ElementPath}, as in CPython.
 */
package org.pyvm.modules.etree;
