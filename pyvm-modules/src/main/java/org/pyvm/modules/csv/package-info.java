/**
 * The module {@code _csv}: {@code CsvReader} takes lines apart, {@code CsvWriter} puts rows together, {@code PyDialect} says how.
 */
package org.pyvm.modules.csv;
