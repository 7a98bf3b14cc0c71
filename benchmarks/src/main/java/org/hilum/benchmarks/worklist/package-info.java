/** The worklist with as many cases as a network of hospitals has in a year. */
@NullMarked
package org.hilum.benchmarks.worklist;

import org.jspecify.annotations.NullMarked;
