/** How long each step of a reading takes, and whether a change made it slower. */
@NullMarked
package org.hilum.benchmarks;

import org.jspecify.annotations.NullMarked;
