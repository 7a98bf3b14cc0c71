/** How well and how fast lungs are aligned, on real chests warped in a known way. */
@NullMarked
package org.hilum.benchmarks.alignment;

import org.jspecify.annotations.NullMarked;
