/**
 * The module {@code _ast}: the syntax tree as Python objects.
 *
 * <p>The classes are made from the table of node types that the front end has, for each interpreter anew, since Python code may
 * change them. Trees are converted in both directions, and those that Python code made are checked before they are compiled.
 */
package org.pyvm.modules.ast;
