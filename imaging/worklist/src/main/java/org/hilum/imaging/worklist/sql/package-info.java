/** The tables of the worklist: the only place that reads and writes them. */
@NullMarked
package org.hilum.imaging.worklist.sql;

import org.jspecify.annotations.NullMarked;
