/**
 * Two dates or more of one patient: the same lesion followed, and change with its measurement
 * error.
 */
@NullMarked
package org.hilum.imaging.comparison;

import org.jspecify.annotations.NullMarked;
