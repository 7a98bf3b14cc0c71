/** Whether readings may be compared at all, and what limits the comparison. */
@NullMarked
package org.hilum.imaging.comparison.acceptance;

import org.jspecify.annotations.NullMarked;
