/** How far amounts of opacity wobble from scan to scan though nothing changed. */
@NullMarked
package org.hilum.imaging.comparison.limit;

import org.jspecify.annotations.NullMarked;
