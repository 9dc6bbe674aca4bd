/** {@code time}: clocks, local time, and times as text. */
package org.pyvm.modules.time;
