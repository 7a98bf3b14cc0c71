/** Where each point of one date lies at another, as registration objects any viewer can follow. */
@NullMarked
package org.hilum.imaging.reporting.registration;

import org.jspecify.annotations.NullMarked;
