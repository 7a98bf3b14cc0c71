/** Weighs the series of a study against each other. */
@NullMarked
package org.hilum.imaging.volume.choice;

import org.jspecify.annotations.NullMarked;
