/** How one attempt at a job is made, watched and ended. */
@NullMarked
package org.hilum.platform.jobs.run;

import org.jspecify.annotations.NullMarked;
