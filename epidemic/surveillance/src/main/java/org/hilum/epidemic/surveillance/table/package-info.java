/** Tables as text: rows of a CSV file, plain or packed, read one by one within limits. */
@NullMarked
package org.hilum.epidemic.surveillance.table;

import org.jspecify.annotations.NullMarked;
