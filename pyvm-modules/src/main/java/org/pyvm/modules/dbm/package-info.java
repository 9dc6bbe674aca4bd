/** The module {@code _dbm}: files of keys and values, by the system's library for them. */
package org.pyvm.modules.dbm;
