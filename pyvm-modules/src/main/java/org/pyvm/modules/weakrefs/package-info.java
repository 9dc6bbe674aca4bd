/** The module {@code _weakref}: weak references and proxies, on Java's weak references. */
package org.pyvm.modules.weakrefs;
