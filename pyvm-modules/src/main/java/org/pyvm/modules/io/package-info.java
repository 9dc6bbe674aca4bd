/**
 * {@code _io}: raw files, buffers, text layers, and files in memory. A stream calls the one below it by its Python methods, since any of them
 * can be a class of the user; {@link org.pyvm.modules.io.StreamCalls} goes the short way where it is one of ours.
 */
package org.pyvm.modules.io;
