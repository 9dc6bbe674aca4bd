/**
 * The module {@code _datetime}: dates, times and durations of the proleptic Gregorian calendar.
 *
 * <p>Each type is a file; {@link org.pyvm.modules.datetime.IsoText} reads and writes ISO 8601, and
 * {@link org.pyvm.modules.datetime.LocalTime} asks the module {@code time} for the zone of the machine.
 */
package org.pyvm.modules.datetime;
