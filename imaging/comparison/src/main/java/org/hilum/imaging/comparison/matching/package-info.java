/** Which lesion of one date is which of the next, through all dates. */
@NullMarked
package org.hilum.imaging.comparison.matching;

import org.jspecify.annotations.NullMarked;
