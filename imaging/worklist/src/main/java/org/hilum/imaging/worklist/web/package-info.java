/** The worklist over HTTP: requests become calls, refusals become problems in words. */
@NullMarked
package org.hilum.imaging.worklist.web;

import org.jspecify.annotations.NullMarked;
