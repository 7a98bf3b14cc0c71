/** The tables of the queue: the only place that reads and writes them. */
@NullMarked
package org.hilum.platform.jobs.sql;

import org.jspecify.annotations.NullMarked;
