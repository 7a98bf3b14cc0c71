/** How counts change from one vintage to the next. */
@NullMarked
package org.hilum.epidemic.surveillance.revision;

import org.jspecify.annotations.NullMarked;
