/** The one program: command line, wiring and configuration; almost no logic. */
@NullMarked
package org.hilum.server;

import org.jspecify.annotations.NullMarked;
