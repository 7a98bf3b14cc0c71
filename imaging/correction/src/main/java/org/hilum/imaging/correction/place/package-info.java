/** Where files lie that are being written. */
@NullMarked
package org.hilum.imaging.correction.place;

import org.jspecify.annotations.NullMarked;
