/** Where the results of a study are put, whole or not at all. */
@NullMarked
package org.hilum.imaging.reading.place;

import org.jspecify.annotations.NullMarked;
