/** The module {@code readline}: a history and settings that programs may ask for and change; lines are not edited with them. */
package org.pyvm.modules.readline;
