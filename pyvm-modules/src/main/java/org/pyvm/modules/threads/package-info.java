/** The module {@code _thread}: threads under the interpreter lock, locks, and thread-local data. */
package org.pyvm.modules.threads;
