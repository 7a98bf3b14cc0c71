/**
 * A chest we draw ourselves, as CT of known truth: for the demo, the tests, the simulated truth.
 */
@NullMarked
package org.hilum.imaging.phantom;

import org.jspecify.annotations.NullMarked;
