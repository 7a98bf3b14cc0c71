/** How jobs are done: threads, time limits, interruption, and what happens when a process dies. */
@NullMarked
package org.hilum.platform.jobs.running;

import org.jspecify.annotations.NullMarked;
