/** Findings as {@code reading.json}; the only place of this leaf that knows a JSON library. */
@NullMarked
package org.hilum.imaging.reporting.json;

import org.jspecify.annotations.NullMarked;
