/**
 * The module {@code _random}: the generator behind {@code random}.
 */
package org.pyvm.modules.random;
