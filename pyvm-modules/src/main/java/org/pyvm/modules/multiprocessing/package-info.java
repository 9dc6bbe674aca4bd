/** {@code _multiprocessing}: semaphores that processes share. How processes are started and talk is the library's Python. */
package org.pyvm.modules.multiprocessing;
