/** A correction that is being worked on, with its volume in memory. */
@NullMarked
package org.hilum.imaging.correction.work;

import org.jspecify.annotations.NullMarked;
