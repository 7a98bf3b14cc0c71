/** Where anatomy has the fissures. */
@NullMarked
package org.hilum.imaging.lobes.anatomy;

import org.jspecify.annotations.NullMarked;
