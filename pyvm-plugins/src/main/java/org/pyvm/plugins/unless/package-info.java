/** The statement {@code unless}: a new construct that lowers to core syntax. */
package org.pyvm.plugins.unless;
