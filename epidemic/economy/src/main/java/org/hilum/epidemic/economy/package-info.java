/** What the epidemic and the measures against it may do to a country's output. */
@NullMarked
package org.hilum.epidemic.economy;

import org.jspecify.annotations.NullMarked;
