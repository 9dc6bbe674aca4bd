/** What listings of code share: the meaning of arguments, and JSON text. */
package org.pyvm.compiler.internal.listing;
