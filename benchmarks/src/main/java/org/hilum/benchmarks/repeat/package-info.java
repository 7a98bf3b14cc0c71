/** Repeat scans and courses simulated from real chests: how often a change is called rightly. */
@NullMarked
package org.hilum.benchmarks.repeat;

import org.jspecify.annotations.NullMarked;
