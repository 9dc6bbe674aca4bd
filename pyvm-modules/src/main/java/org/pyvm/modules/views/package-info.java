/** What each stage of the machine makes of a program, as text and JSON: the module {@code _pyvm} behind {@code -m pyvm.tokens} and its kin. */
package org.pyvm.modules.views;
