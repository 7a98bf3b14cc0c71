/**
 * Seeded detail that depends on the place alone, so that a chest looks the same at any sampling.
 */
@NullMarked
package org.hilum.imaging.phantom.texture;

import org.jspecify.annotations.NullMarked;
