/** The tables of intake: the only place that reads and writes them. */
@NullMarked
package org.hilum.imaging.intake.sql;

import org.jspecify.annotations.NullMarked;
