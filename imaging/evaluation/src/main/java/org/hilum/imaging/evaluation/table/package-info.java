/** Writes what was measured as CSV, JSON and Markdown. */
@NullMarked
package org.hilum.imaging.evaluation.table;

import org.jspecify.annotations.NullMarked;
