/** A whole server, started as users start it, under load, killed, counted. */
@NullMarked
package org.hilum.benchmarks.server;

import org.jspecify.annotations.NullMarked;
