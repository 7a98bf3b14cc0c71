/** How the bulletin speaks: phrases in two languages, numbers, names of places. */
@NullMarked
package org.hilum.epidemic.bulletin.wording;

import org.jspecify.annotations.NullMarked;
