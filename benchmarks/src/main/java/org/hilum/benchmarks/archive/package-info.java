/** How long the archive takes to find what is asked for. */
@NullMarked
package org.hilum.benchmarks.archive;

import org.jspecify.annotations.NullMarked;
