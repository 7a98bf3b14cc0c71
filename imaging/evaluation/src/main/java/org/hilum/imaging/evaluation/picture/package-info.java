/** Pictures of the cases that agree least. */
@NullMarked
package org.hilum.imaging.evaluation.picture;

import org.jspecify.annotations.NullMarked;
