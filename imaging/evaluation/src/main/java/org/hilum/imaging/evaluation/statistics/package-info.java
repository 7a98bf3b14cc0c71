/** Means and their intervals over patients. */
@NullMarked
package org.hilum.imaging.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
