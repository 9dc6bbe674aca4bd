/**
 * {@code _socket}: Berkeley sockets. What crosses the machine's border goes through the host's network; here are the Python
 * types, the forms of addresses, time limits, and the texts of errors. Start at {@link org.pyvm.modules.sockets.PySocket}.
 */
package org.pyvm.modules.sockets;
