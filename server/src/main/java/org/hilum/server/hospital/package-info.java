/** The server as one process: every part made once, started and stopped in order. */
@NullMarked
package org.hilum.server.hospital;

import org.jspecify.annotations.NullMarked;
