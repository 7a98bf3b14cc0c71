/** Where jobs are kept: the tables, and every change that is made to them. */
@NullMarked
package org.hilum.platform.jobs.sql;

import org.jspecify.annotations.NullMarked;
