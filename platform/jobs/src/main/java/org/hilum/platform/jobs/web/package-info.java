/** The queue over HTTP. */
@NullMarked
package org.hilum.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
