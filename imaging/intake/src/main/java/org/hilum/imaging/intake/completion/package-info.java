/** What is known of a series while it comes in. */
@NullMarked
package org.hilum.imaging.intake.completion;

import org.jspecify.annotations.NullMarked;
