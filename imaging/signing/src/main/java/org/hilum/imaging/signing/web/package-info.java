/** Reports over HTTP: requests become calls, refusals become problems in words. */
@NullMarked
package org.hilum.imaging.signing.web;

import org.jspecify.annotations.NullMarked;
