/** {@code _signal}: signals come to the host on threads of its own, are noted, and handled in the main thread at its next safepoint. */
package org.pyvm.modules.signals;
