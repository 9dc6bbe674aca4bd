/** Template strings, {@code t"..."} (PEP 750): a prefix of strings, and a module in Python for what they are. */
package org.pyvm.plugins.tstring;
