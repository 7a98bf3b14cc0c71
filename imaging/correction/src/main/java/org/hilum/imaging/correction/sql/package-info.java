/** The tables of corrections: every step, only ever added to. */
@NullMarked
package org.hilum.imaging.correction.sql;

import org.jspecify.annotations.NullMarked;
