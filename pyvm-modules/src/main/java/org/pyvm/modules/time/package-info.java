/** The module {@code time}: clocks of the host, and calendar time. */
package org.pyvm.modules.time;
