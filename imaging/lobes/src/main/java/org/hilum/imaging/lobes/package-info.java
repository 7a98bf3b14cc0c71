/** From two lungs to five lobes, parted where their fissures are seen. */
@NullMarked
package org.hilum.imaging.lobes;

import org.jspecify.annotations.NullMarked;
