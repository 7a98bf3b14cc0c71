/** The published severity scores, each by author and range, from measured shares. */
@NullMarked
package org.hilum.imaging.quantification.score;

import org.jspecify.annotations.NullMarked;
