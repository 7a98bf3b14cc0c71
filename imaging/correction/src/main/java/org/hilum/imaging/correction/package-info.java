/**
 * How a radiologist corrects the outlines of a reading's opacity: step by step, undone and done
 * again, with numbers that follow at once; the network's own outlines are kept.
 */
@NullMarked
package org.hilum.imaging.correction;

import org.jspecify.annotations.NullMarked;
