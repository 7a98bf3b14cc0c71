/** A chest becomes slices: sampled, averaged over their thickness, with noise and a kernel. */
@NullMarked
package org.hilum.imaging.phantom.scanner;

import org.jspecify.annotations.NullMarked;
